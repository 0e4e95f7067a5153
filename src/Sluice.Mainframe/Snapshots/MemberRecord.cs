namespace Sluice.Mainframe.Snapshots;

/// <summary>What a member says: what it defines, what is wrong with it, what it refers to.</summary>
internal static class MemberRecord
{
    public static void Write(RecordWriter record, Reading reading, IndexedNames names)
    {
        names.Subject(reading.Name, 0);
        record.Number(reading.Defines.Count);
        foreach (var (at, definition) in reading.Defines.Index())
        {
            names.Subject(definition.What, (uint)at + IndexedNames.FirstDefinition);
            ReferenceRecord.Write(record, definition.What);
            record.Place(definition.At);
        }
        Write(record, reading.Diagnostics);
        record.Number(reading.References.Count);
        var from = default(Thing);
        foreach (var reference in reading.References)
        {
            names.Target(reference, (uint)record.Count);
            if (reference.From != from)
                names.Subject(from = reference.From, IndexedNames.Speaker);
            ReferenceRecord.Write(record, reference);
        }
    }

    /// <summary>What the other members make of it.</summary>
    public static void Write(RecordWriter record, Links links, IndexedNames names)
    {
        Write(record, links.Diagnostics);
        record.Number(links.References.Count);
        foreach (var (replaces, reference) in links.References)
        {
            record.Number(replaces is { } place ? place + 1 : 0);
            names.Target(reference, (uint)record.Count | IndexedNames.InLinks);
            names.Subject(reference.From, IndexedNames.Speaker | IndexedNames.InLinks);
            ReferenceRecord.Write(record, reference);
        }
    }

    public static (Definition[] Defines, Diagnostic[] Diagnostics, Reference[] References) Read(
        ReadOnlySpan<byte> bytes, Vocabulary vocabulary)
    {
        var record = new RecordReader(bytes);
        var defines = Defines(ref record, vocabulary);
        var diagnostics = Diagnostics(ref record);
        var references = new Reference[record.Count()];
        for (var at = 0; at < references.Length; at++)
            references[at] = ReferenceRecord.Read(ref record, vocabulary);
        return (defines, diagnostics, references);
    }

    public static Definition[] Defines(ReadOnlySpan<byte> bytes, Vocabulary vocabulary)
    {
        var record = new RecordReader(bytes);
        return Defines(ref record, vocabulary);
    }

    public static Links ReadLinks(ReadOnlySpan<byte> bytes, Vocabulary vocabulary)
    {
        var record = new RecordReader(bytes);
        var diagnostics = Diagnostics(ref record);
        var references = new Linked[record.Count()];
        for (var at = 0; at < references.Length; at++)
        {
            var replaces = record.Small();
            references[at] = new(replaces == 0 ? null : replaces - 1, ReferenceRecord.Read(ref record, vocabulary));
        }
        return new(references, diagnostics);
    }

    private static Definition[] Defines(ref RecordReader record, Vocabulary vocabulary)
    {
        var defines = new Definition[record.Count()];
        for (var at = 0; at < defines.Length; at++)
            defines[at] = new(ReferenceRecord.Thing(ref record, vocabulary), record.Place());
        return defines;
    }

    private static void Write(RecordWriter record, IReadOnlyList<Diagnostic> diagnostics)
    {
        record.Number(diagnostics.Count);
        foreach (var diagnostic in diagnostics)
        {
            record.Place(diagnostic.At);
            record.Text(diagnostic.Code);
            record.Text(diagnostic.Words);
        }
    }

    private static Diagnostic[] Diagnostics(ref RecordReader record)
    {
        var diagnostics = new Diagnostic[record.Count()];
        for (var at = 0; at < diagnostics.Length; at++)
            diagnostics[at] = new(record.Place(), record.Text(), record.Text());
        return diagnostics;
    }
}
