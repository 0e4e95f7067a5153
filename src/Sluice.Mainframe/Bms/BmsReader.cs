using Sluice.Mainframe.Assembler;
using Sluice.Mainframe.Commands;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Bms;

/// <summary>Map sets and their maps, with the copybook that assembling one makes of it: the symbolic map.</summary>
/// <remarks>
/// CICS Transaction Server for z/OS, Application Programming Reference, "BMS macros": DFHMSD begins a map set and, with
/// TYPE=FINAL, ends it; DFHMDI begins a map, DFHMDF a field; DFHPSD begins a partition set. The name field of a macro is the name
/// of what it defines.
/// </remarks>
internal static class BmsReader
{
    public static void Read(string name, SourceText source, Findings findings)
    {
        var statements = new AssemblerStatements(source, findings);
        var mapset = default(Thing?);
        var opened = default(Place?);
        while (statements.Next())
        {
            if (statements.Is("DFHMDF"))
                continue;
            if (statements.Is("DFHMSD"))
            {
                var isFinal = HasType(statements, "FINAL");
                if (!isFinal && opened is { } before)
                    findings.Complain(before, "bms.no-final", "The map set has no DFHMSD TYPE=FINAL before the next one.");
                if (isFinal && opened is null)
                    findings.Complain(statements.OperationAt, "bms.no-mapset", "TYPE=FINAL ends a map set that was not begun.");
                opened = isFinal ? null : statements.OperationAt;
                mapset = isFinal ? null : BeginMapset(statements, findings);
            }
            else if (statements.Is("DFHMDI"))
                BeginMap(statements, mapset, opened is not null, findings);
            else if (statements.Is("DFHPSD") && !HasType(statements, "FINAL"))
                BeginPartitionSet(statements, findings);
            else if (statements.Is("COPY"))
                Copy(statements, mapset ?? new(ThingKind.Mapset, name), findings);
        }
        if (opened is { } open)
            findings.Complain(open, "bms.no-final", "The map set has no DFHMSD TYPE=FINAL.");
    }

    /// <summary>
    /// TYPE=MAP makes the load module and TYPE=DSECT the copybook; of what SYSPARM decides, the usual procedure makes both, one
    /// after the other.
    /// </summary>
    private static Thing? BeginMapset(AssemblerStatements statements, Findings findings)
    {
        if (!IsNamed(statements, "map set", findings))
            return null;
        var mapset = new Thing(ThingKind.Mapset, statements.Label.Upper());
        if (!HasType(statements, "DSECT"))
            findings.Define(ThingKind.Mapset, mapset.Name, statements.LabelAt);
        if (!HasType(statements, "MAP"))
            findings.Define(ThingKind.Copybook, mapset.Name, statements.LabelAt);
        return mapset;
    }

    private static void BeginMap(AssemblerStatements statements, Thing? mapset, bool inMapset, Findings findings)
    {
        if (!inMapset)
            findings.Complain(statements.OperationAt, "bms.no-mapset",
                "The map belongs to no map set: there is no DFHMSD before it.");
        if (!IsNamed(statements, "map", findings))
            return;
        var name = statements.Label.Upper();
        var map = new Thing(ThingKind.Map, mapset is { } whole ? $"{whole.Name}.{name}" : name);
        findings.Define(map.Kind, map.Name, statements.LabelAt);
        if (mapset is { } from)
            findings.Refer(new(from, Verb.Contains, map, statements.LabelAt, statements.Shown()));
    }

    private static void BeginPartitionSet(AssemblerStatements statements, Findings findings)
    {
        if (IsNamed(statements, "partition set", findings))
            findings.Define(ThingKind.Resource, $"PARTITIONSET {statements.Label.Upper()}", statements.LabelAt);
    }

    private static void Copy(AssemblerStatements statements, Thing from, Findings findings)
    {
        var why = SettledName.Why(statements.Operands);
        var copybook = new Thing(ThingKind.Copybook, statements.Operands.Upper());
        findings.Refer(new(from, Verb.Copies, copybook, statements.At(0), statements.Shown())
        {
            Certainty = why is null ? Certainty.Certain : Certainty.Unresolved,
            Why = why,
        });
    }

    private static bool IsNamed(AssemblerStatements statements, string what, Findings findings)
    {
        var why = statements.Label is ['.', ..] ? "A sequence symbol is no name." : SettledName.Why(statements.Label);
        if (why is not null)
            findings.Complain(statements.OperationAt, "bms.no-name", $"This {what} has no name: {why}");
        return why is null;
    }

    private static bool HasType(AssemblerStatements statements, ReadOnlySpan<char> type) =>
        Operands.Find(statements.Operands, "TYPE", out var operand)
        && operand.Value.Equals(type, StringComparison.OrdinalIgnoreCase);
}
