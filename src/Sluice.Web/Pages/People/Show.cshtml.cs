using Microsoft.AspNetCore.Mvc;
using Sluice.Kernel;
using Sluice.Kernel.History;
using Sluice.Kernel.Http;
using Sluice.Kernel.People;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.People;

/// <summary>One person: roles, and the history of who gave them which.</summary>
public sealed class ShowModel(ShowPerson show, IEnumerable<RolesOf> known, ListComments comments, ShowHistory history)
    : RecordPage(KernelModule.People, comments, history)
{
    private const string RolesForm = "roles";

    public PersonShown Person { get; private set; } = null!;

    public override IReadOnlyList<string> Allowed => Person.AllowedActions;

    /// <summary>Those that are ticked: as typed, if that was refused.</summary>
    public CheckField Roles => new(
        Form(RolesForm).Field("/roles", EstateWords.Roles), new(known.Offer()),
        RefusedForm == RolesForm ? [.. Request.Form["roles"].OfType<string>()] : Person.Roles,
        Form(RolesForm).Field("/furtherRoles", EstateWords.FurtherRoles));

    /// <summary>What the form began with: a version that was refused is not seen by sending it once more.</summary>
    public string Began => RefusedForm == RolesForm ? Request.Form["version"].ToString() : $"{Person.Version}";

    public async Task<IActionResult> OnPostRoles(
        [FromRoute] string key, [FromForm] string[]? roles, [FromForm] long version, [FromServices] GrantRoles grant, CancellationToken ct)
    {
        var outcome = await grant.Handle(key, new(roles ?? []), IfMatch.Seen(version), ct);
        if (outcome.Refusal is { } refusal)
            return await Refuse(key, RolesForm, refusal, ct);
        Done = outcome.Value.Version == version
            ? EstateWords.NothingDifferedNothingGranted
            : outcome.Value.Roles.Count == 0
                ? Sentence.Of(EstateWords.FromNowOnNoRoles, key)
                : Sentence.Of(EstateWords.FromNowOnHas, key, Standing.And(outcome.Value.Roles));
        return RedirectToPage("Show", null, new { key });
    }

    protected override async Task<bool> Load(string key, CancellationToken ct)
    {
        var shown = await show.Handle(key, ct);
        if (shown.Refusal is not null)
            return false;
        Person = shown.Value;
        return true;
    }
}
