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
    private readonly HashSet<string> labels = [];
    private readonly HashSet<string> assigned = [];
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
            Names();
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
        commands.KeepAssignments();
    }

    private int LabelLength => Tokens is [_, { Kind: RexxTokenKind.Colon }] ? 2 : 0;

    private string Shown => shown ??= clauses.Shown();

    /// <summary>Labels, and the variables that get a value in this clause.</summary>
    private void Names()
    {
        if (LabelLength > 0)
        {
            labels.Add(Tokens[0].Name);
            return;
        }
        for (var at = 0; at < Tokens.Count; at++)
            if (Tokens[at].Is("PARSE") || Tokens[at].Is("ARG") || Tokens[at].Is("PULL"))
            {
                // All that is in a template gets a value; what is not may as well be taken to.
                foreach (var token in Tokens[(at + 1)..])
                    if (token.Kind is RexxTokenKind.Symbol)
                        assigned.Add(token.Name);
                return;
            }
            else if (at > 0 && Tokens[at].Kind is RexxTokenKind.Equals && Tokens[at - 1].Kind is RexxTokenKind.Symbol)
                assigned.Add(Tokens[at - 1].Name);
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
        switch (first.Name)
        {
            case "IF" or "WHEN":
                return Expression(at + 1, Then(at + 1));
            case "THEN" or "ELSE" or "OTHERWISE":
                return at + 1;
            case "CALL":
                return CallInstruction(at);
            case "ADDRESS":
                return AddressInstruction(at);
            case "QUEUE" or "PUSH":
                Stacked(at + 1);
                return Expression(at + 1, end);
            case "ARG" or "DO" or "DROP" or "END" or "EXIT" or "INTERPRET" or "ITERATE" or "LEAVE" or "NOP" or "NUMERIC"
                or "OPTIONS" or "PARSE" or "PROCEDURE" or "PULL" or "RETURN" or "SAY" or "SELECT" or "SIGNAL" or "TRACE"
                or "UPPER":
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
            commands.Assign(new(Tokens[at].Name, AssignedBy.Move, literal, other, Tokens[at].At, Shown));
        }
    }
}
