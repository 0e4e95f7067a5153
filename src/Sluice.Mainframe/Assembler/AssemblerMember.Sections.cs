using Sluice.Mainframe.Commands;

namespace Sluice.Mainframe.Assembler;

// HLASM Language Reference, chapters "Assembler instruction statements" (CSECT, RSECT, START, ENTRY, EXTRN, WXTRN, COPY, OPSYN)
// and "How to specify macro definitions" (MACRO, prototype statement, MEND).
internal sealed partial class AssemblerMember
{
    private const int DeepestMacro = 100;

    // What is an operation here and not a macro of a library: defined in this member, or another name for an operation.
    private readonly HashSet<string> macros = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> sections = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Name, Reference Reference)> externals = [];
    private readonly HashSet<string> called = new(StringComparer.OrdinalIgnoreCase);
    private readonly Stack<Thing?> outerMacros = new();
    private Thing? macro;
    private bool expectsPrototype;
    private int tooDeep;

    /// <summary>The first section gives the program its name; one without a name takes the member's.</summary>
    private void Section()
    {
        var label = statements.Label;
        if (macro is not null || label.Contains('&'))
            return;
        var section = label.IsEmpty ? name : label.Upper();
        program ??= new(ThingKind.Program, section);
        // A section is gone on with by its name once more.
        if (sections.Add(section))
            findings.Define(ThingKind.Program, section, label.IsEmpty ? statements.OperationAt : statements.LabelAt);
    }

    private void Entries(ReadOnlySpan<char> operands)
    {
        foreach (var operand in Operands.Of(operands))
            if (IsName(operand.Text) && !operand.Text.Contains('&'))
                findings.Define(ThingKind.Program, operand.Text.Upper(), statements.At(operand.Start));
    }

    /// <summary>What other members define. Whether it is called, an address constant or CALL says.</summary>
    private void Externals(ReadOnlySpan<char> operands)
    {
        foreach (var operand in Operands.Of(operands))
        {
            // PART(A,B): in parts of a class.
            var skipped = operand.Text.StartsWith("PART(", StringComparison.OrdinalIgnoreCase) ? "PART".Length : 0;
            foreach (var symbol in Operands.OfList(operand.Text[skipped..], operand.Start + skipped))
                if (IsName(symbol.Text))
                {
                    Refer(Verb.Uses, ThingKind.Program, symbol.Text, statements.At(symbol.Start));
                    externals.Add((symbol.Text.Upper(), references[^1]));
                }
        }
    }

    /// <summary>That a symbol is external adds nothing to a call of it.</summary>
    private void KeepExternals()
    {
        var said = externals.Where(external => called.Contains(external.Name)).Select(external => external.Reference)
            .ToHashSet(ReferenceEqualityComparer.Instance);
        if (said.Count > 0)
            references.RemoveAll(said.Contains);
    }

    private void CopyMember(ReadOnlySpan<char> operands)
    {
        if (operands.IsEmpty)
            findings.Complain(statements.OperationAt, "assembler.copy-without-name", "COPY is followed by no name.");
        else
            Refer(Verb.Copies, ThingKind.Copybook, operands, statements.At(0));
    }

    /// <summary>A macro is in a library, in a member of its own name, unless this member has it itself.</summary>
    private void MacroCall()
    {
        var operation = statements.Operation;
        // Conditional assembly makes an operation of variable symbols and compares with none of them here.
        if (IsName(operation) && !operation.Contains('&') && !macros.GetAlternateLookup<ReadOnlySpan<char>>().Contains(operation))
            Refer(Verb.Copies, ThingKind.Copybook, operation, statements.OperationAt);
    }

    private void MacroHeader() => expectsPrototype = true;

    private void Prototype()
    {
        expectsPrototype = false;
        var defined = statements.Operation.Upper();
        macros.Add(defined);
        findings.Define(ThingKind.Copybook, defined, statements.OperationAt);
        if (outerMacros.Count == DeepestMacro)
        {
            if (tooDeep++ == 0)
                findings.Complain(statements.OperationAt, "assembler.macros-too-deep",
                    "Macro definitions are nested too deep to tell apart.");
            return;
        }
        outerMacros.Push(macro);
        macro = new(ThingKind.Copybook, defined);
    }

    private void MacroTrailer()
    {
        if (tooDeep > 0)
            tooDeep--;
        else if (outerMacros.TryPop(out var outer))
            macro = outer;
        else
            findings.Complain(statements.OperationAt, "assembler.mend-without-macro",
                "MEND ends a macro definition, and none has begun.");
    }
}
