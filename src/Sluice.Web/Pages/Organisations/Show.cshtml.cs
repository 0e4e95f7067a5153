using Microsoft.AspNetCore.Mvc;
using Sluice.Kernel;
using Sluice.Kernel.History;
using Sluice.Kernel.Http;
using Sluice.Kernel.Tenancy;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Organisations;

/// <summary>What the organisation goes by, and the history of who set it.</summary>
public sealed class ShowModel(ShowOrganisation show, ListComments comments, ShowHistory history)
    : RecordPage(KernelModule.Organisations, comments, history)
{
    private const string EditForm = "edit";

    public ShowOrganisation.Response Organisation { get; private set; } = null!;

    public override IReadOnlyList<string> Allowed => Organisation.AllowedActions;

    public TypedForm Edited => RefusedForm == EditForm ? Form(EditForm)
        : new(EditForm, name => name is "zone" ? Organisation.Zone : Organisation.Name, null);

    /// <summary>What the form began with: a version that was refused is not seen by sending it once more.</summary>
    public string Began => RefusedForm == EditForm ? Request.Form["version"].ToString() : $"{Organisation.Version}";

    public async Task<IActionResult> OnPostEdit(
        [FromRoute] string key, [FromForm] string? name, [FromForm] string? zone, [FromForm] long version,
        [FromServices] EditOrganisation edit, CancellationToken ct)
    {
        var outcome = await edit.Handle(key, new(name!, string.IsNullOrWhiteSpace(zone) ? null : zone.Trim()), IfMatch.Seen(version), ct);
        if (outcome.Refusal is { } refusal)
            return await Refuse(key, EditForm, refusal, ct);
        Done = outcome.Value.Version == version
            ? EstateWords.NothingDifferedNothingSet
            : EstateWords.OrganisationIsSet;
        return RedirectToPage("Show", null, new { key });
    }

    protected override async Task<bool> Load(string key, CancellationToken ct)
    {
        var shown = await show.Handle(key, ct);
        if (shown.Refusal is not null)
            return false;
        Organisation = shown.Value;
        return true;
    }
}
