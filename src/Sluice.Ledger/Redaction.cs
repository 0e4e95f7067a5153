namespace Sluice.Ledger;

/// <summary>How a history says that the texts of one entry have been taken away.</summary>
public static class Redaction
{
    /// <summary>The act of the first of the two people it takes.</summary>
    public const string Asked = "redaction.asked";

    /// <summary>The act of the second.</summary>
    public const string Act = "history.redacted";

    /// <summary>Which fact of both acts names the entry's sequence.</summary>
    public const string Redacts = "redacts";

    /// <summary>Entries whose texts may be missing: somebody asked for it later, and then somebody else confirmed.</summary>
    internal static HashSet<long> Confirmed(IEnumerable<EntryBody> entries)
    {
        var asked = new HashSet<(long Redacts, string Actor)>();
        var confirmed = new HashSet<long>();
        foreach (var entry in entries)
        {
            if (entry.Redacts is not { } named || named >= entry.Sequence)
                continue;
            if (entry.Act == Asked)
                asked.Add((named, entry.Actor));
            else if (entry.Act == Act && asked.Any(request => request.Redacts == named && request.Actor != entry.Actor))
                confirmed.Add(named);
        }
        return confirmed;
    }
}
