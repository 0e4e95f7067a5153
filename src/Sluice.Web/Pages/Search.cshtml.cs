using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sluice.Changes;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Releases;
using Sluice.Web.Words;

namespace Sluice.Web.Pages;

/// <summary>One field for everything that has a name. A reference leads straight to what it names.</summary>
public sealed class SearchModel(
    ListChanges listChanges, FindByArtefact findByArtefact, ListReleases listReleases, ShowChange showChange, ShowRelease showRelease)
    : PageModel
{
    public const int Most = 20;

    [BindProperty(SupportsGet = true)]
    public string Q { get; set; } = "";

    public bool IsAsked => Q.Length > 0;

    public Refusal? Refused { get; private set; }

    /// <summary>Only what holds something; with the list that has them all, where there is one.</summary>
    public IEnumerable<(string Heading, string Id, string? All, IReadOnlyList<ListChanges.Item> Changes)> Changes => new[]
    {
        (AppWords.ChangesWithSuchAnArtefact, "by-artefact", (string?)null, byArtefact),
        (AppWords.ChangesWithSuchATitle, "by-title", $"/changes?q={Uri.EscapeDataString(Q)}", byTitle),
    }.Where(part => part.Item4.Count > 0);

    public IReadOnlyList<ListReleases.Item> Releases { get; private set; } = [];

    public int Found => byArtefact.Count + byTitle.Count + Releases.Count;

    private IReadOnlyList<ListChanges.Item> byArtefact = [];
    private IReadOnlyList<ListChanges.Item> byTitle = [];

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        Q = (Q ?? "").Trim();
        if (!IsAsked)
            return Page();
        var reference = Q.ToUpperInvariant();
        if (reference.StartsWith("CHG-", StringComparison.Ordinal) && (await showChange.Handle(reference, ct)).Refusal is null)
            return Redirect($"/changes/{reference}");
        if (reference.StartsWith("REL-", StringComparison.Ordinal) && (await showRelease.Handle(reference, ct)).Refusal is null)
            return Redirect($"/releases/{reference}");

        var changes = await listChanges.Handle(new() { Q = Q, Limit = Most }, ct);
        if (changes.Refusal is { } refusal)
        {
            Refused = refusal;
            Response.StatusCode = refusal.Status();
            return Page();
        }
        byTitle = changes.Value.Items;
        byArtefact = await findByArtefact.Handle(Q, ct);
        Releases = (await listReleases.Handle(new() { Q = Q, Limit = Most }, ct)).Value.Items;
        return Page();
    }
}
