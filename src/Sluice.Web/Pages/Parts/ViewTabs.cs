using Sluice.Kernel.People.Views;

namespace Sluice.Web.Pages.Parts;

/// <summary>Ways to look at a list: those that come with it, and the viewer's own.</summary>
/// <param name="Save">Where the list as it is now is kept as a view; null when it is one already, or asks for nothing.</param>
public sealed record ViewTabs(IReadOnlyList<ViewTabs.Tab> BuiltIn, IReadOnlyList<ViewTabs.Tab> Own, string? Save)
{
    /// <param name="IsDefault">The list opens with it.</param>
    public sealed record Tab(string Word, string Address, bool IsHere, bool IsDefault = false);

    /// <param name="builtIn">Each with what it asks the list for.</param>
    public static ViewTabs Of(ViewedList list, FilteredPage page, IEnumerable<(string Word, string Query)> builtIn)
    {
        var (address, now) = ("/" + list.Name, list.Normal(page.Asking));
        List<Tab> given = [.. builtIn.Select(view => new Tab(view.Word, view.Query.Length == 0 ? page.Everything : address + view.Query, list.Normal(view.Query) == now))];
        List<Tab> own = [.. page.OwnViews.Select(view => new Tab(
            view.Name, ViewsModel.AddressOf(view), view.Query == now, view.IsDefault))];
        var isOne = now.Length == 0 || given.Concat(own).Any(tab => tab.IsHere);
        return new(given, own, isOne ? null : $"/views?list={list.Name}&query={Uri.EscapeDataString(now)}");
    }
}
