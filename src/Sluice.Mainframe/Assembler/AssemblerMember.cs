using System.Buffers;
using Sluice.Mainframe.Commands;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Assembler;

/// <summary>One member on its way from the first statement to the last; each group of operations has a file of its own.</summary>
internal sealed partial class AssemblerMember(string name, SourceText source, Findings findings)
{
    private readonly AssemblerStatements statements = new(source, findings);
    private readonly List<Reference> references = [];

    // A program says its name after it has copied the first members; a member that never does is one that is copied itself.
    private Thing? program;

    public void Read()
    {
        while (statements.Next())
            Statement();
        KeepExternals();
        KeepNames();
        var whole = program ?? new(ThingKind.Copybook, name);
        foreach (var reference in references)
            findings.Refer(reference.From == default ? reference with { From = whole } : reference);
    }

    private void Statement()
    {
        if (expectsPrototype)
        {
            Prototype();
            return;
        }
        var operands = statements.Operands;
        if (operands.Contains('='))
            Literals(operands);
        switch (OperationCodes.Of(statements.Operation))
        {
            case OperationCode.Macro:
                MacroCall();
                break;
            case OperationCode.Constant:
                Constants(operands);
                break;
            case OperationCode.Section:
                Section();
                break;
            case OperationCode.Entry:
                Entries(operands);
                break;
            case OperationCode.External:
                Externals(operands);
                break;
            case OperationCode.Copy:
                CopyMember(operands);
                break;
            case OperationCode.MacroHeader:
                MacroHeader();
                break;
            case OperationCode.MacroTrailer:
                MacroTrailer();
                break;
            case OperationCode.Opsyn:
                macros.Add(statements.Label.Upper());
                break;
            case OperationCode.Call:
                Call(operands);
                break;
            case OperationCode.Link:
                EntryPoint(Verb.Calls, operands);
                break;
            case OperationCode.Transfer:
                EntryPoint(Verb.Transfers, operands);
                break;
            case OperationCode.Load:
                EntryPoint(Verb.Uses, operands);
                break;
            case OperationCode.DataControlBlock:
                DataControlBlock(operands);
                break;
            case OperationCode.AccessMethodControlBlock:
                AccessMethodControlBlock(operands);
                break;
            case OperationCode.Exec:
                ExecCommand(operands);
                break;
        }
    }

    /// <summary>A name that the source gives, unless it is made of variable symbols: then only the assembly tells.</summary>
    private void Refer(Verb verb, ThingKind kind, ReadOnlySpan<char> target, Place at, string? through = null)
    {
        const string symbol = "A variable symbol stands for the name or a part of it; only the assembly gives it a value.";
        Add(verb, kind, target, at, target.Contains('&') ? symbol : null, null, through);
    }

    private void Add(
        Verb verb, ThingKind kind, ReadOnlySpan<char> target, Place at, string? why, string? variable, string? through) =>
        references.Add(new(From, verb, new(kind, target.Upper()), at, statements.Shown())
        {
            Certainty = why is null ? Certainty.Certain : Certainty.Unresolved,
            Why = why,
            Variable = variable,
            Through = through,
        });

    // Left open as long as the program has no name.
    private Thing From => macro ?? program ?? default;

    /// <summary>Letters, digits and national characters, and not a digit first; variable symbols have an ampersand.</summary>
    private static bool IsName(ReadOnlySpan<char> text) => text.Length is > 0 and <= LongestName
        && (char.IsAsciiLetter(text[0]) || text[0] is '@' or '#' or '$' or '_' or '&')
        && !text.ContainsAny(Separators);

    private static readonly SearchValues<char> Separators = SearchValues.Create(" '(),=+*/");

    // HLASM Language Reference, chapter "Coding and structure", section "Terms, literals, and expressions": symbols.
    private const int LongestName = 63;
}
