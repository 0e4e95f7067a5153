using Sluice.Changes;
using Sluice.Kernel.History;
using Sluice.Releases;

namespace Sluice.Web.Pages.Parts;

/// <summary>One ledger entry in words, whatever record it is of.</summary>
public static class EntryWords
{
    /// <param name="address">Of the record, or of all of its kind; null when it is unknown.</param>
    public static HistoryLine Of(string? address, ShowHistory.Item entry) => ("/" + address?.Split('/')[1]) switch
    {
        var path when path == ChangesModule.Kind.Path => HistoryLine.Of(entry),
        var path when path == ReleasesModule.Kind.Path => ReleaseHistory.Of(entry),
        _ => EstateHistory.Of(entry),
    };
}
