using System.Text.Json.Nodes;


namespace Sluice.Ledger.Tests;

public sealed class ChainTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Untouched_history_has_no_faults()
    {
        var entries = Written("drafted", "submitted", "assessed");

        Assert.Empty(Chain.Faults(entries, entries[^1].Hash));
    }

    [Fact]
    public void One_altered_byte_is_found_and_named()
    {
        var entries = Written("drafted", "submitted", "assessed");
        entries[1] = entries[1] with { Body = entries[1].Body.Replace("submitted", "submittes", StringComparison.Ordinal) };

        Assert.Equal([(2L, "entry.altered")], Found(entries, entries[^1].Hash));
    }

    [Fact]
    public void Entry_rewritten_with_a_matching_hash_breaks_the_one_after_it()
    {
        var entries = Written("drafted", "submitted", "assessed");
        entries[1] = Written("drafted", "cancelled")[1];

        Assert.Equal([(3L, "chain.broken")], Found(entries, entries[^1].Hash));
    }

    [Fact]
    public void Removed_entry_breaks_all_that_follow()
    {
        var entries = Written("drafted", "submitted", "assessed");

        Assert.Equal([(2L, "chain.broken")], Found([entries[0], entries[2]], entries[^1].Hash));
    }

    [Fact]
    public void Cut_off_end_shows_against_the_head_that_the_record_keeps()
    {
        var entries = Written("drafted", "submitted", "assessed");

        Assert.Equal([(2L, "chain.cut")], Found(entries[..2], entries[^1].Hash));
    }

    private static List<SealedEntry> Written(params string[] acts)
    {
        var entries = new List<SealedEntry>();
        foreach (var act in acts)
            entries.Add(new Entry(
                "T", "CHG-1", entries.Count + 1, "P", act, Noon, new JsonObject(), entries.LastOrDefault()?.Hash ?? Digest.None).Seal());
        return entries;
    }

    private static IEnumerable<(long, string)> Found(IEnumerable<SealedEntry> entries, Digest head) =>
        Chain.Faults(entries, head).Select(fault => (fault.Sequence, fault.Code));
}
