using Sluice.Mainframe.Cobol;
using Sluice.Mainframe.Snapshots;

namespace Sluice.Mainframe.Estate;

/// <summary>All assignments that one program sees: its own and those of its copybooks, as COPY … REPLACING names them there.</summary>
internal sealed class Values
{
    // A copybook that copies itself ends here, as it does for the compiler.
    private const int DeepestCopy = 30;
    private const int MostCopied = 2000;

    // Copybooks that are copied again and again must not fill the memory; no program has nearly as many.
    private const int MostAssignments = 1_000_000;

    private readonly Dictionary<string, List<(SnapshotEntry Member, Assignment Assignment)>> byItem = new(StringComparer.Ordinal);
    private readonly HashSet<string> conditionsSet = new(StringComparer.Ordinal);
    private int copied;
    private int assignments;

    public Values(SnapshotEntry program, Externals externals, Library library) => Add(program, externals, library, [], 0);

    public IEnumerable<(SnapshotEntry Member, Assignment Assignment)> Of(string item) => byItem.GetValueOrDefault(item) ?? [];

    public bool IsSet(string condition) => conditionsSet.Contains(condition);

    private void Add(SnapshotEntry member, Externals externals, Library library, IReadOnlyList<Replacing> replaced, int depth)
    {
        foreach (var written in externals.Assignments)
        {
            if (assignments++ == MostAssignments)
                return;
            var assignment = Replaced(written, replaced);
            if (!byItem.TryGetValue(assignment.Item, out var known))
                byItem[assignment.Item] = known = [];
            known.Add((member, assignment));
            if (assignment.By is AssignedBy.Set)
                conditionsSet.Add(assignment.Item);
        }
        if (depth == DeepestCopy)
            return;
        foreach (var (_, copy) in externals.References)
            if (copy is { Verb: Verb.Copies, To.Kind: ThingKind.Copybook } && copied < MostCopied && library.Copied(copy.To.Name, copy.Through) is { } copybook
                && copybook.Ordinal != member.Ordinal && library.Externals(copybook) is { } told)
            {
                copied++;
                Add(copybook, told, library, copy.Replacing.Count > 0 ? copy.Replacing : replaced, depth + 1);
            }
    }

    /// <summary>Also a literal can be put in a word's place, and a word in a literal's.</summary>
    private static Assignment Replaced(Assignment assignment, IReadOnlyList<Replacing> replaced)
    {
        if (replaced.Count == 0)
            return assignment;
        var named = assignment with { Item = Replaced(assignment.Item, replaced) };
        var value = named.Other is { } other ? Replaced(other, replaced)
            : replaced.FirstOrDefault(pair => pair.Part is PartOfWord.Whole && Literal(pair.Text) is { } text && text == named.Literal)?.By ?? "";
        return value.Length == 0 ? named
            : Literal(value) is { } literal ? named with { Literal = literal, Other = null }
            : named with { Literal = null, Other = value };
    }

    private static string? Literal(string text) =>
        text is ['\'' or '"', .., '\'' or '"'] && text[0] == text[^1] ? text[1..^1] : null;

    /// <summary>Whole words, their beginning or their end, and the part of a word that is marked to be replaced: <c>:TAG:</c>.</summary>
    private static string Replaced(string word, IReadOnlyList<Replacing> replaced)
    {
        foreach (var pair in replaced)
            if (ReplacedWords.Partly(word, pair) is { } other)
                return other;
            else if (pair.Part is not PartOfWord.Whole)
                continue;
            else if (word == pair.Text)
                return pair.By;
            else if (pair.Text.Length > 1 && pair.Text[0] == ':' && word.Contains(pair.Text, StringComparison.Ordinal))
                word = word.Replace(pair.Text, pair.By, StringComparison.Ordinal);
        return word;
    }
}
