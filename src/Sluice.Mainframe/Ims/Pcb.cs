using Sluice.Mainframe.Assembler;
using Sluice.Mainframe.Commands;

namespace Sluice.Mainframe.Ims;

/// <summary>One program communication block and the segments it is sensitive to.</summary>
/// <param name="Database">Null of an I/O or alternate PCB.</param>
/// <param name="Verb">What its processing options let the program do.</param>
internal readonly record struct Pcb(string? Database, Verb Verb)
{
    private static readonly Thing Unknown = new(ThingKind.Psb, "");

    public static Pcb Begin(AssemblerStatements statements, List<Reference> found)
    {
        var operands = statements.Operands;
        var isTerminal = Operands.Find(operands, "TYPE", out var type)
            && type.Value.Equals("TP", StringComparison.OrdinalIgnoreCase);
        var named = Operands.Find(operands, "DBDNAME", out var name) || Operands.Find(operands, "NAME", out name);
        if (isTerminal)
        {
            if (named || Operands.Find(operands, "LTERM", out name))
                Add(statements, found, Verb.Writes, ThingKind.Resource, name, "LTERM ", null);
            return default;
        }
        var options = Operands.Find(operands, "PROCOPT", out var procopt) ? procopt.Value : default;
        var verb = ProcessingOptions.Verb(options);
        if (!named)
            return new("", verb);
        Add(statements, found, verb, ThingKind.Dbd, name, "", options.IsEmpty ? null : $"PROCOPT={options}");
        // The index that PROCSEQ names gives the order in which the database is read.
        if (Operands.Find(operands, "PROCSEQ", out var index))
            Add(statements, found, Verb.Reads, ThingKind.Dbd, index, "", "PROCSEQ");
        return new(name.Value.Upper(), verb);
    }

    public void Sensitive(AssemblerStatements statements, List<Reference> found)
    {
        var operands = statements.Operands;
        var verb = Operands.Find(operands, "PROCOPT", out var options) ? ProcessingOptions.Verb(options.Value) : Verb;
        if (Operands.Find(operands, "NAME", out var segment))
            Add(statements, found, verb, ThingKind.Segment, segment, "", Database);
        if (Operands.Find(operands, "INDICES", out var indices))
            foreach (var index in Operands.OfList(indices.Value, indices.ValueStart))
                Add(statements, found, Verb.Reads, ThingKind.Dbd, index, "", "INDICES");
    }

    private static void Add(AssemblerStatements statements, List<Reference> found, Verb verb, ThingKind kind, Operand name,
        string prefix, string? through)
    {
        if (name.Value.IsEmpty)
            return;
        var why = SettledName.Why(name.Value);
        found.Add(new(Unknown, verb, new(kind, prefix + name.Value.Upper()), statements.At(name.ValueStart), statements.Shown())
        {
            Certainty = why is null ? Certainty.Certain : Certainty.Unresolved,
            Why = why,
            Through = through,
        });
    }
}
