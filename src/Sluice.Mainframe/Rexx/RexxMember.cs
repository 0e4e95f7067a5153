using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Rexx;

/// <summary>One exec, read twice: what it names by labels and assigns anywhere decides what a word means elsewhere.</summary>
/// <remarks>TSO/E REXX Reference, chapter "Keyword Instructions".</remarks>
internal sealed partial class RexxMember
{
    private readonly SourceText source;
    private readonly Findings findings;
    private readonly Thing from;
    private readonly HostCommands commands;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> labels = Names();
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> assigned = Names();
    private RexxClauses clauses;
    private string? shown;

    public RexxMember(string name, SourceText source, Findings findings)
    {
        (this.source, this.findings, from) = (source, findings, new(ThingKind.Program, name));
        clauses = new(source, new Findings());
        commands = new(from, findings);
    }

    private List<RexxToken> Tokens => clauses.Tokens;

    public void Read()
    {
        while (clauses.Next())
            Remember();
        clauses = new(source, findings);
        if (source.Count > 0)
            findings.Define(ThingKind.Program, from.Name, new(1, 1));
        while (clauses.Next())
        {
            shown = null;
            if (LabelLength > 0)
                continue;
            for (var at = 0; at < Tokens.Count;)
                at = Instruction(at);
        }
        commands.KeepAssignments(clauses.Shown);
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Names() =>
        new HashSet<string>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private int LabelLength => Tokens is [_, { Kind: RexxTokenKind.Colon }] ? 2 : 0;

    private string Shown => shown ??= clauses.Shown();

    /// <summary>Labels, and the variables that get a value in this clause.</summary>
    private void Remember()
    {
        if (LabelLength > 0)
        {
            labels.Add(Tokens[0].Text);
            return;
        }
        for (var at = 0; at < Tokens.Count; at++)
            if (Tokens[at].Is("PARSE") || Tokens[at].Is("ARG") || Tokens[at].Is("PULL"))
            {
                // All that is in a template gets a value; what is not may as well be taken to.
                for (at++; at < Tokens.Count; at++)
                    if (Tokens[at].Kind is RexxTokenKind.Symbol)
                        assigned.Add(Tokens[at].Text);
                return;
            }
            else if (at > 0 && Tokens[at].Kind is RexxTokenKind.Equals && Tokens[at - 1].Kind is RexxTokenKind.Symbol)
                assigned.Add(Tokens[at - 1].Text);
    }

    /// <returns>Where the next one begins: THEN and ELSE have another in the same clause.</returns>
    private int Instruction(int at)
    {
        var (first, end) = (Tokens[at], Tokens.Count);
        if (first.Kind is not RexxTokenKind.Symbol)
            return Command(at);
        if (at + 1 < end && Tokens[at + 1].Kind is RexxTokenKind.Equals)
        {
            Assigned(at);
            return Expression(at + 2, end);
        }
        switch (RexxInstructions.Of(first.Text))
        {
            case RexxInstruction.Condition:
                return Expression(at + 1, Then(at + 1));
            case RexxInstruction.Branch:
                return at + 1;
            case RexxInstruction.Call:
                return CallInstruction(at);
            case RexxInstruction.Address:
                return AddressInstruction(at);
            case RexxInstruction.Stack:
                Stacked(at + 1);
                return Expression(at + 1, end);
            case RexxInstruction.Other:
                return Expression(at + 1, end);
            default:
                return Command(at);
        }
    }

    private int Then(int at)
    {
        while (at < Tokens.Count && !Tokens[at].Is("THEN"))
            at++;
        return at;
    }

    /// <summary><c>NEXT = 'PAY02'</c>: what is computed is nothing that could be followed.</summary>
    private void Assigned(int at)
    {
        const int longest = 56;
        if (Tokens.Count != at + 3)
            return;
        var value = Tokens[at + 2];
        var isLiteral = value.Kind is RexxTokenKind.String;
        if ((isLiteral || (value.Kind is RexxTokenKind.Symbol && !value.IsConstant)) && value.Text.Length is > 0 and <= longest)
        {
            var (literal, other) = isLiteral ? (value.Name, (string?)null) : (null, value.Name);
            commands.Assign(Tokens[at].Name, literal, other, Tokens[at].At, value.End);
        }
    }
}
