using System.Globalization;
using Sluice.Kernel.Http;
using Sluice.Production.Calendar;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Parts;

/// <summary>Production windows to choose from, soonest first; those that have ended are no choice.</summary>
public static class WindowChoices
{
    /// <param name="chosen">Offered too, if it has ended or comes later.</param>
    public static async Task<Offer> Offer(this ListComingWindows list, string? chosen, CancellationToken ct)
    {
        var coming = await list.Handle(Paging.LargestLimit, ct);
        var choices = coming.Windows.Select(window => new Choice(window.Key, string.Create(
            CultureInfo.InvariantCulture, $"{window.Key}, {window.From.UtcDateTime:ddd d MMM HH:mm} UTC, {window.Title}")));
        var further = chosen is null || coming.Windows.Any(window => window.Key == chosen) ? [] : (Choice[])[new(chosen, chosen)];
        return new Offer([.. choices, .. further], coming.IsWhole).OrNone(PartWords.None);
    }
}
