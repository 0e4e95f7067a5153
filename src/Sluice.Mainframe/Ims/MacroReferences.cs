using Sluice.Mainframe.Assembler;
using Sluice.Mainframe.Commands;

namespace Sluice.Mainframe.Ims;

/// <summary>Writes down what a macro's operands name.</summary>
internal readonly struct MacroReferences(AssemblerStatements statements, Thing from, Findings findings)
{
    public Thing From { get; } = from;

    public void Define(Thing what, int offset) => findings.Define(what.Kind, what.Name, statements.At(offset));

    public void Refer(Thing from, Verb verb, ThingKind kind, ReadOnlySpan<char> name, int offset, string? through)
    {
        var why = SettledName.Why(name);
        findings.Refer(new(from, verb, new(kind, name.Upper()), statements.At(offset), statements.Shown())
        {
            Certainty = why is null ? Certainty.Certain : Certainty.Unresolved,
            Why = why,
            Through = through,
        });
    }

    /// <summary>Everything that the keyword names: <c>DD1=A</c>, <c>INDICES=(A,B)</c>.</summary>
    public void Each(ReadOnlySpan<char> keyword, Verb verb, ThingKind kind, string? through = null)
    {
        if (!Operands.Find(statements.Operands, keyword, out var operand))
            return;
        foreach (var one in Operands.OfList(operand.Value, operand.ValueStart))
            if (!one.Text.IsEmpty)
                Refer(From, verb, kind, one.Text, one.Start, through);
    }

    /// <summary>Only the first of a list: the rest of <c>RMNAME=(MODULE,4,500)</c> are numbers.</summary>
    public void First(ReadOnlySpan<char> keyword, Verb verb, ThingKind kind)
    {
        if (!Operands.Find(statements.Operands, keyword, out var operand))
            return;
        foreach (var one in Operands.OfList(operand.Value, operand.ValueStart))
        {
            if (!one.Text.IsEmpty)
                Refer(From, verb, kind, one.Text, one.Start, null);
            return;
        }
    }
}
