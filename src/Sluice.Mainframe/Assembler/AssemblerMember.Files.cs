using Sluice.Mainframe.Commands;

namespace Sluice.Mainframe.Assembler;

// z/OS DFSMS Macro Instructions for Data Sets, macros DCB and ACB.
internal sealed partial class AssemblerMember
{
    /// <summary>MACRF says by which macros it is worked with: GET and READ take, PUT and WRITE give.</summary>
    private void DataControlBlock(ReadOnlySpan<char> operands)
    {
        if (!Operands.Find(operands, "DDNAME", out var ddName) || !IsName(ddName.Value))
            return;
        var verb = Verb.Uses;
        if (Operands.Find(operands, "MACRF", out var macros))
        {
            bool reads = false, writes = false;
            foreach (var item in Operands.OfList(macros.Value, macros.ValueStart))
            {
                reads |= item.Text is ['G' or 'g' or 'R' or 'r', ..];
                writes |= item.Text is ['P' or 'p' or 'W' or 'w', ..];
            }
            verb = (reads, writes) switch
            {
                (true, true) => Verb.Updates,
                (true, false) => Verb.Reads,
                (false, true) => Verb.Writes,
                _ => Verb.Uses,
            };
        }
        Refer(verb, ThingKind.DdName, ddName.Value, statements.At(ddName.ValueStart), Label());
    }

    /// <summary>Without DDNAME the name of the ACB is the DD name. MACRF has IN unless it has OUT.</summary>
    private void AccessMethodControlBlock(ReadOnlySpan<char> operands)
    {
        var verb = Verb.Reads;
        if (Operands.Find(operands, "MACRF", out var macros))
            foreach (var item in Operands.OfList(macros.Value, macros.ValueStart))
                if (item.Text.Equals("OUT", StringComparison.OrdinalIgnoreCase))
                    verb = Verb.Updates;
        if (Operands.Find(operands, "DDNAME", out var ddName) && IsName(ddName.Value))
            Refer(verb, ThingKind.DdName, ddName.Value, statements.At(ddName.ValueStart), Label());
        else if (!statements.Label.IsEmpty)
            Refer(verb, ThingKind.DdName, statements.Label, statements.LabelAt, Label());
    }

    private string? Label() => statements.Label.IsEmpty ? null : statements.Label.Upper();
}
