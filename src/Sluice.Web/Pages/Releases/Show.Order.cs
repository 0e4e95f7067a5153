using Microsoft.AspNetCore.Mvc;
using Sluice.Kernel.Http;
using Sluice.Releases;
using Sluice.Scheduling;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Releases;

/// <summary>The order in which the changes of a release come.</summary>
public sealed partial class ShowModel
{
    /// <param name="Change">To be moved; none of them: all, so that each comes after what it waits for.</param>
    /// <param name="By">-1 towards the beginning, 1 towards the end.</param>
    public sealed record OrderForm(string? Change, int By, long Version);

    private Dictionary<string, int>? places;

    /// <summary>What an item waits for, and who says so.</summary>
    public static IEnumerable<(string Change, bool ByItself)> WaitsFor(ShowRelease.ItemShown item) => item.Needs.Select(change => (change, true))
        .Concat(item.DependsOn.Except(item.Needs).Select(change => (change, false)));

    /// <summary>It stands before something that it waits for.</summary>
    public bool IsOutOfOrder(ShowRelease.ItemShown item)
    {
        places ??= Release.Items.Index().ToDictionary(placed => placed.Item.Change, placed => placed.Index);
        return WaitsFor(item).Any(needed => places.TryGetValue(needed.Change, out var place) && place > places[item.Change]);
    }

    public async Task<IActionResult> OnPostOrder(
        [FromRoute] string reference, [FromForm] OrderForm form, [FromServices] OrderItems order, CancellationToken ct)
    {
        if ((await show.Handle(reference, ct)) is not { Refusal: null } shown)
            return NotFound();
        var changes = Ordered(shown.Value, form);
        return await Moved(
            reference, "order", Sentence.Of(ReleaseWords.OrderIsNow, string.Join(", ", changes)),
            await order.Handle(reference, new(changes), IfMatch.Seen(form.Version), ct), ct);
    }

    private static List<string> Ordered(ShowRelease.Response release, OrderForm form)
    {
        var changes = release.Items.Select(item => item.Change).ToList();
        if (form.Change is null)
        {
            var known = changes.ToHashSet();
            return [.. new PrecedenceGraph(release.Items.ToDictionary(
                item => item.Change,
                item => (IReadOnlyList<string>)[.. WaitsFor(item).Select(needed => needed.Change).Where(known.Contains)])).Order];
        }
        var from = changes.IndexOf(form.Change);
        var to = from + Math.Sign(form.By);
        if (from >= 0 && to >= 0 && to < changes.Count)
            (changes[from], changes[to]) = (changes[to], changes[from]);
        return changes;
    }
}
