using Sluice.Mainframe.Snapshots;

namespace Sluice.Mainframe.Estate;

/// <summary>All assignments that one program sees: its own and those of its copybooks, as COPY … REPLACING names them there.</summary>
internal sealed class Values
{
    // A copybook that copies itself ends here, as it does for the compiler.
    private const int DeepestCopy = 30;
    private const int MostCopied = 2000;

    private readonly Dictionary<string, List<(SnapshotEntry Member, Assignment Assignment)>> byItem = new(StringComparer.Ordinal);
    private readonly HashSet<string> conditionsSet = new(StringComparer.Ordinal);
    private int copied;

    public Values(SnapshotEntry program, Reading reading, Library library) => Add(program, reading, library, [], 0);

    public IEnumerable<(SnapshotEntry Member, Assignment Assignment)> Of(string item) => byItem.GetValueOrDefault(item) ?? [];

    public bool IsSet(string condition) => conditionsSet.Contains(condition);

    private void Add(SnapshotEntry member, Reading reading, Library library, IReadOnlyList<Replacing> replaced, int depth)
    {
        foreach (var assignment in reading.Assignments)
        {
            var item = Replaced(assignment.Item, replaced);
            if (!byItem.TryGetValue(item, out var known))
                byItem[item] = known = [];
            known.Add((member, assignment with { Item = item, Other = assignment.Other is { } other ? Replaced(other, replaced) : null }));
            if (assignment.By is AssignedBy.Set)
                conditionsSet.Add(item);
        }
        if (depth == DeepestCopy)
            return;
        foreach (var copy in reading.References)
            if (copy is { Verb: Verb.Copies, To.Kind: ThingKind.Copybook } && copied < MostCopied && library.Copied(copy.To.Name) is { } copybook
                && copybook.Ordinal != member.Ordinal && library.Reading(copybook) is { } read)
            {
                copied++;
                Add(copybook, read, library, copy.Replacing.Count > 0 ? copy.Replacing : replaced, depth + 1);
            }
    }

    /// <summary>Whole words, and the part of a word that is marked to be replaced: <c>:TAG:</c>, <c>()</c>.</summary>
    private static string Replaced(string word, IReadOnlyList<Replacing> replaced)
    {
        foreach (var (text, by) in replaced)
            if (word == text)
                return by;
            else if (text.Length > 1 && text[0] == ':' && word.Contains(text, StringComparison.Ordinal))
                word = word.Replace(text, by, StringComparison.Ordinal);
        return word;
    }
}
