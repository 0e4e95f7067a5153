using Sluice.Mainframe.Assembler;
using Sluice.Mainframe.Commands;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Ims;

/// <summary>
/// Database descriptions: the data sets, segments and routines of an IMS database, and the databases it is related to by an index
/// or logically. Segments have their own names, as programs and PSBs use them; <see cref="Reference.Through"/> is their database.
/// </summary>
/// <remarks>
/// IMS System Utilities, chapter "Database Description (DBD) Generation utility": the statements DBD, DATASET, AREA, SEGM,
/// LCHILD, XDFLD, DBDGEN. FIELD and DFSMAP name nothing outside of the database.
/// </remarks>
internal static class DbdReader
{
    public static void Read(string name, SourceText source, Findings findings)
    {
        var statements = new AssemblerStatements(source, findings);
        var database = default(Thing?);
        while (statements.Next())
        {
            if (statements.Is("DBD"))
                database = Begin(name, statements, findings);
            else if (statements.Is("DBDGEN"))
                database = null;
            else if (database is { } open)
                Read(new MacroReferences(statements, open, findings), statements);
            else if (statements.Is("SEGM") || statements.Is("DATASET") || statements.Is("AREA"))
                findings.Complain(statements.OperationAt, "ims.no-dbd",
                    "This belongs to no database: there is no DBD statement before it.");
        }
        if (database is not null)
            findings.Complain(new(Math.Max(source.Count, 1), 1), "ims.no-dbdgen",
                "The database description has no DBDGEN at its end.");
    }

    private static Thing Begin(string member, AssemblerStatements statements, Findings findings)
    {
        var database = default(Thing?);
        if (Operands.Find(statements.Operands, "NAME", out var operand))
            // Secondary indexes that share a database have one description with the names of all.
            foreach (var name in Operands.OfList(operand.Value, operand.ValueStart))
                if (SettledName.Why(name.Text) is null)
                {
                    findings.Define(ThingKind.Dbd, name.Text.Upper(), statements.At(name.Start));
                    database ??= new(ThingKind.Dbd, name.Text.Upper());
                }
        if (database is null)
            findings.Complain(statements.OperationAt, "ims.no-name",
                "NAME= says no name: the database is taken to be named like its member.");
        var references = new MacroReferences(statements, database ?? new(ThingKind.Dbd, member), findings);
        references.First("RMNAME", Verb.Calls, ThingKind.Program);
        Exits(references, statements);
        return references.From;
    }

    private static void Read(MacroReferences references, AssemblerStatements statements)
    {
        if (statements.Is("DATASET") || statements.Is("AREA"))
        {
            references.Each("DD1", Verb.Uses, ThingKind.DdName);
            references.Each("DD2", Verb.Uses, ThingKind.DdName);
            references.Each("OVFLW", Verb.Uses, ThingKind.DdName);
        }
        else if (statements.Is("SEGM"))
            Segment(references, statements);
        else if (statements.Is("LCHILD"))
            LogicalChild(references, statements);
        else if (statements.Is("XDFLD"))
        {
            references.Each("SEGMENT", Verb.Uses, ThingKind.Segment, references.From.Name);
            references.First("EXTRTN", Verb.Calls, ThingKind.Program);
        }
    }

    private static void Segment(MacroReferences references, AssemblerStatements statements)
    {
        if (!Operands.Find(statements.Operands, "NAME", out var name))
            return;
        var database = references.From;
        var segment = new Thing(ThingKind.Segment, name.Value.Upper());
        if (SettledName.Why(name.Value) is null)
            references.Define(segment, name.ValueStart);
        references.Refer(database, Verb.Contains, segment.Kind, name.Value, name.ValueStart, database.Name);
        if (Operands.Find(statements.Operands, "PARENT", out var parent))
            Parents(references, segment, parent);
        // SOURCE=((SEGMENT,DATA,DATABASE)): where the data of a virtual segment are.
        if (Operands.Find(statements.Operands, "SOURCE", out var origin))
            foreach (var one in Operands.OfList(origin.Value, origin.ValueStart))
                Related(references, segment, one);
        references.First("COMPRTN", Verb.Calls, ThingKind.Program);
        Exits(references, statements);
    }

    /// <summary><c>PARENT=0</c>, <c>PARENT=A</c>, <c>PARENT=((A,DBLE),(B,VIRTUAL,OTHERDBD))</c>.</summary>
    private static void Parents(MacroReferences references, Thing segment, Operand parent)
    {
        if (parent.Value.SequenceEqual("0"))
            return;
        foreach (var one in Operands.OfList(parent.Value, parent.ValueStart))
        {
            // PARENT=(A,DBLE) is one parent with its pointers and no list of two.
            if (one.Text is not ['(', ..] && one.Start > parent.ValueStart + 1)
                break;
            Related(references, segment, one);
        }
    }

    /// <summary>A segment with, as third item, the database it is in when that is another one.</summary>
    private static void Related(MacroReferences references, Thing segment, Operand one)
    {
        var items = Operands.OfList(one.Text, one.Start);
        if (!items.MoveNext() || items.Current.Text.IsEmpty)
            return;
        var name = items.Current;
        var database = references.From.Name;
        if (items.MoveNext() && items.MoveNext() && !items.Current.Text.IsEmpty)
        {
            database = items.Current.Text.Upper();
            references.Refer(references.From, Verb.Uses, ThingKind.Dbd, items.Current.Text, items.Current.Start,
                name.Text.Upper());
        }
        references.Refer(segment, Verb.Uses, ThingKind.Segment, name.Text, name.Start, database);
    }

    /// <summary><c>LCHILD NAME=(SEGMENT,DATABASE)</c>: an index, or a logical child in another database.</summary>
    private static void LogicalChild(MacroReferences references, AssemblerStatements statements)
    {
        if (!Operands.Find(statements.Operands, "NAME", out var name))
            return;
        var items = Operands.OfList(name.Value, name.ValueStart);
        if (!items.MoveNext())
            return;
        var segment = items.Current;
        var database = references.From.Name;
        if (items.MoveNext() && !items.Current.Text.IsEmpty)
        {
            database = items.Current.Text.Upper();
            references.Refer(references.From, Verb.Uses, ThingKind.Dbd, items.Current.Text, items.Current.Start,
                segment.Text.Upper());
        }
        references.Refer(references.From, Verb.Uses, ThingKind.Segment, segment.Text, segment.Start, database);
    }

    /// <summary>
    /// EXIT= names data capture routines: <c>EXIT=(ROUTINE,KEY)</c>, <c>EXIT=((ONE,KEY),(TWO,DATA))</c>, or none with <c>*</c>.
    /// </summary>
    private static void Exits(MacroReferences references, AssemblerStatements statements)
    {
        if (!Operands.Find(statements.Operands, "EXIT", out var exit))
            return;
        foreach (var one in Operands.OfList(exit.Value, exit.ValueStart))
        {
            var isList = one.Text is ['(', ..];
            var routine = First(one.Text, one.Start);
            if (routine.Text is not ([] or "*" or "NONE") && (isList || one.Start <= exit.ValueStart + 1))
                references.Refer(references.From, Verb.Calls, ThingKind.Program, routine.Text, routine.Start, null);
        }
    }

    private static Operand First(ReadOnlySpan<char> value, int start)
    {
        var items = Operands.OfList(value, start);
        return items.MoveNext() ? items.Current : new(value, start);
    }
}
