using System.Globalization;
using Sluice.Kernel.Http;
using Sluice.Production.Calendar;

namespace Sluice.Web.Pages.Parts;

/// <summary>Production windows to choose from, soonest first.</summary>
public static class WindowChoices
{
    /// <param name="chosen">Offered too if the list ends before it.</param>
    public static async Task<IReadOnlyList<Choice>> Offer(this ListWindows list, string? chosen, CancellationToken ct)
    {
        var windows = (await list.Handle(new(Limit: Paging.LargestLimit), ct)).Value.Items
            .Where(window => window.Status is not WindowStatus.Ended || window.Key == chosen).OrderBy(window => window.From).ToList();
        return
        [
            new("", "None"),
            .. windows.Select(window => new Choice(window.Key, string.Create(
                CultureInfo.InvariantCulture, $"{window.Key}, {window.From.UtcDateTime:ddd d MMM HH:mm} UTC, {window.Title}"))),
            .. chosen is null || windows.Any(window => window.Key == chosen) ? [] : (Choice[])[new(chosen, chosen)],
        ];
    }
}
