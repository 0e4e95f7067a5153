using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People.Views;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages;

/// <summary>One's own views of lists: to save one, and to rename and remove those there are.</summary>
public sealed class ViewsModel(ListViews views) : PageModel
{
    public sealed record SaveForm(string? List = null, string? Query = null, string? Name = null);

    public IReadOnlyList<ListViews.Item> Items { get; private set; } = [];

    /// <summary>What is to be saved; null when one has only come to look.</summary>
    public SaveForm? Saving { get; private set; }

    public Refusal? Refused { get; private set; }

    /// <summary>The form whose act was refused.</summary>
    public string? RefusedForm { get; private set; }

    /// <summary>What has just been done.</summary>
    [TempData]
    public string? Done { get; set; }

    public TypedForm Form(string id, Func<string, string?> filled) => RefusedForm == id
        ? new(id, name => Request.Form[name].FirstOrDefault(), Refused)
        : new(id, filled, null);

    public static string AddressOf(ListViews.Item view) =>
        view.Query.Length > 0 ? $"/{view.List}{view.Query}" : FilteredPage.AllOf("/" + view.List);

    /// <summary>What a view asks for, in words.</summary>
    public static IReadOnlyList<string> WordsOf(string list, string query) =>
        [.. QueryHelpers.ParseQuery(query).SelectMany(asked => asked.Value, (asked, value) => WordOf(list, asked.Key, value ?? ""))];

    private static string WordOf(string list, string name, string value) => (name, list) switch
    {
        ("sort", _) => (list is "changes" ? Changes.IndexModel.Sorts : Releases.IndexModel.Sorts)
            .FirstOrDefault(sort => sort.Value == value)?.Word ?? AppWords.NewestFirst,
        ("q", _) => $"“{value}”",
        ("status", "changes") => Sentence.Of(AppWords.GateIs, value.Replace('-', ' ')),
        ("deliveryStatus", _) => Sentence.Of(AppWords.ChannelIs, value.Replace('-', ' ')),
        _ => $"{TypedForm.WordsOf("/" + name)}: {value}",
    };

    public async Task OnGet(string? list, string? query, CancellationToken ct)
    {
        Saving = list is null ? null : new(list, query);
        Items = await views.Handle(ct);
    }

    public async Task<IActionResult> OnPostSave([FromForm] SaveForm form, [FromServices] SaveView save, CancellationToken ct)
    {
        var outcome = await save.Handle(new(form.List ?? "", form.Name ?? "", form.Query), ct);
        if (outcome.Refusal is not { } refusal)
            return LocalRedirect(AddressOf(outcome.Value));
        Saving = form;
        return await Refuse("save", refusal, ct);
    }

    public async Task<IActionResult> OnPostRename([FromForm] string? id, [FromForm] string? name, [FromServices] RenameView rename, CancellationToken ct)
    {
        var outcome = await rename.Handle(id ?? "", new(name ?? ""), ct);
        return outcome.Refusal is { } refusal ? await Refuse("view-" + id, refusal, ct) : Back(Sentence.Of(AppWords.ItIsCalledNow, outcome.Value.Name));
    }

    public async Task<IActionResult> OnPostDefault(
        [FromForm] string? id, [FromForm] bool isDefault, [FromServices] SetDefaultView set, CancellationToken ct)
    {
        var outcome = await set.Handle(id ?? "", isDefault, ct);
        return outcome.Refusal is { } refusal
            ? await Refuse("view-" + id, refusal, ct)
            : Back(Sentence.Of(isDefault ? AppWords.ListOpensWithIt : AppWords.ListOpensWithAllOfIt, outcome.Value.List, outcome.Value.Name));
    }

    public async Task<IActionResult> OnPostRemove([FromForm] string? id, [FromServices] RemoveView remove, CancellationToken ct)
    {
        var outcome = await remove.Handle(id ?? "", ct);
        return outcome.Refusal is { } refusal ? await Refuse("view-" + id, refusal, ct) : Back(Sentence.Of(AppWords.IsRemoved, outcome.Value.Name));
    }

    private RedirectToPageResult Back(string done)
    {
        Done = done;
        return RedirectToPage();
    }

    private async Task<IActionResult> Refuse(string form, Refusal refusal, CancellationToken ct)
    {
        (Refused, RefusedForm, Response.StatusCode) = (refusal, form, refusal.Status());
        Items = await views.Handle(ct);
        return Page();
    }
}
