using Microsoft.AspNetCore.Mvc;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.People;

/// <summary>Adds a person. The first password is on the page that answers, and nowhere else.</summary>
/// <remarks>Neither the browser nor anything on the way keeps that page: it holds a form, and such pages are never stored.</remarks>
public sealed class NewModel(AddPerson add, IEnumerable<RolesOf> roles, Actor actor) : DraftPage("person")
{
    public sealed record PersonForm(string? Account = null, string? Name = null, string[]? Roles = null);

    public PersonForm Typed { get; private set; } = new();

    /// <summary>What keeps the viewer from it, whatever they would write; empty: nothing.</summary>
    public IReadOnlyList<Reason> Against { get; } = [.. AddPerson.Against(actor)];

    /// <summary>Who has just been added; shown once.</summary>
    public AddPerson.Response? Added { get; private set; }

    public CheckField Roles => new(
        Form.Field("/roles", EstateWords.Roles), new(roles.Offer()), Typed.Roles ?? [], Form.Field("/furtherRoles", EstateWords.FurtherRoles));

    public override string SubmitWord => EstateWords.AddPerson;

    public override string BackTo => "/people";

    public async Task<IActionResult> OnPost([FromForm] PersonForm form, CancellationToken ct)
    {
        Typed = form;
        var outcome = await add.Handle(new(form.Account?.Trim() ?? "", form.Name ?? "", form.Roles ?? []), ct);
        if (outcome.Refusal is { } refusal)
            return Refuse(refusal);
        Added = outcome.Value;
        return Page();
    }

    protected override string? ValueOf(string name) => name switch
    {
        "account" => Typed.Account,
        "name" => Typed.Name,
        _ => null,
    };
}
