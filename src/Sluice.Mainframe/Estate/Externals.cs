using Sluice.Mainframe.Snapshots;

namespace Sluice.Mainframe.Estate;

/// <summary>
/// What a member asks of the others, and what it tells those that copy it: as the external symbol dictionary of an object module has
/// what it refers to and what it offers.
/// </summary>
/// <param name="References">With their places among all that the member says.</param>
internal sealed record Externals(IReadOnlyList<(int At, Reference Reference)> References, IReadOnlyList<Assignment> Assignments)
{
    public static Externals Of(Reading reading)
    {
        var isJcl = reading.Language is Language.Jcl;
        return new(
            [.. reading.References.Index().Where(said => said.Item.Verb is Verb.Copies || said.Item.Variable is not null
                || (isJcl && (JobLinks.IsOfCalls(said.Item) || CardLinks.Asks(said.Item))))],
            reading.Assignments);
    }

    /// <summary>Whether the others can tell anything that the member by itself cannot.</summary>
    public static bool Ask(Reading reading)
    {
        foreach (var reference in reading.References)
            if (reference.Variable is not null
                || (reading.Language is Language.Jcl && (JobLinks.Asks(reference) || CardLinks.Asks(reference))))
                return true;
        return false;
    }

    public void Write(RecordWriter record)
    {
        record.Number(References.Count);
        foreach (var (at, reference) in References)
        {
            record.Number(at);
            ReferenceRecord.Write(record, reference);
        }
        WriteAssignments(record, Assignments);
    }

    public static void WriteAssignments(RecordWriter record, IReadOnlyList<Assignment> assignments)
    {
        record.Number(assignments.Count);
        foreach (var assignment in assignments)
        {
            record.Text(assignment.Item);
            record.Byte((byte)assignment.By);
            Write(record, assignment.Literal);
            Write(record, assignment.Other);
            record.Place(assignment.At);
            record.Text(assignment.Text);
        }
    }

    public static Externals Read(ReadOnlySpan<byte> bytes)
    {
        var record = new RecordReader(bytes);
        var references = new (int, Reference)[record.Count()];
        for (var at = 0; at < references.Length; at++)
            references[at] = (record.Small(), ReferenceRecord.Read(ref record, Vocabulary.Own));
        var assignments = new Assignment[record.Count()];
        for (var at = 0; at < assignments.Length; at++)
            assignments[at] = new(
                record.Text(), (AssignedBy)record.Byte(), Text(ref record), Text(ref record), record.Place(), record.Text());
        return new(references, assignments);
    }

    private static void Write(RecordWriter record, string? text)
    {
        record.Byte(text is null ? (byte)0 : (byte)1);
        if (text is not null)
            record.Text(text);
    }

    private static string? Text(ref RecordReader record) => record.Byte() == 0 ? null : record.Text();
}
