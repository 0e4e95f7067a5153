using Microsoft.AspNetCore.Mvc;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages;

/// <summary>One's own tokens. The secret of a new one is on the page that answers, and nowhere else.</summary>
/// <remarks>Neither the browser nor anything on the way keeps that page: it holds a form, and such pages are never stored.</remarks>
public sealed class TokensModel(ListTokens list, TimeProvider clock) : FilteredPage("/tokens")
{
    /// <summary>One's own few are no list that anybody works on elsewhere.</summary>
    public override bool HasCsv => false;

    public sealed record TokenForm(string? Name = null, string[]? Scopes = null, string? ExpiresAt = null);

    private static IReadOnlyList<(string Value, string Word, int? Days)> Lives =>
        [("30", AppWords.In30Days, 30), ("90", AppWords.In90Days, 90), ("365", AppWords.InAYear, 365), ("never", AppWords.Never, null)];

    public static IReadOnlyList<Choice> Expiries => [.. Lives.Select(life => new Choice(life.Value, life.Word))];

    public static IReadOnlyList<Choice> Scopes =>
    [
        new(Wire.Name(Scope.Read), AppWords.Read, AppWords.SeesWhatYouSee), new(Wire.Name(Scope.Write), AppWords.Write, AppWords.DoesWhatYouMayDo),
        new(Wire.Name(Scope.Gate), AppWords.Gate, AppWords.AsksWhetherAChangeMayRun),
    ];

    public IReadOnlyList<ListTokens.Item> Items { get; private set; } = [];

    public TokenForm Typed { get; private set; } = new(Scopes: [], ExpiresAt: Lives[1].Value);

    /// <summary>Why the new token was refused.</summary>
    public Refusal? NotMade { get; private set; }

    /// <summary>The one that has just been made; shown once.</summary>
    public string? Secret { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public TypedForm New => new("token", name => name is "name" ? Typed.Name : Typed.ExpiresAt, NotMade);

    public CheckField ScopeField => new(New.Field("/scopes", AppWords.WhatItMayDo), new(Scopes), Typed.Scopes ?? [], New.Field("/further", ""));

    public Task<IActionResult> OnGet(CancellationToken ct) => Listed(ct);

    public async Task<IActionResult> OnPost([FromForm] TokenForm form, [FromServices] AddToken add, CancellationToken ct)
    {
        Typed = form;
        if (Lives.All(life => life.Value != form.ExpiresAt))
            return await Refuse(Reason.Invalid("expiry.unknown", AppWords.ChooseWhenItExpires, "/expiresAt"), ct);
        var life = Lives.Single(life => life.Value == form.ExpiresAt);
        var request = new AddToken.Request(
            form.Name ?? "", [.. (form.Scopes ?? []).Select(name => Wire.Parse<Scope>(name)).OfType<Scope>()],
            life.Days is { } days ? clock.GetUtcNow().AddDays(days) : null);
        var outcome = await add.Handle(request, ct);
        if (outcome.Refusal is { } refusal)
            return await Refuse(refusal, ct);
        (Secret, Typed) = (outcome.Value.Token, new(Scopes: [], ExpiresAt: Lives[1].Value));
        return await Listed(ct);
    }

    public async Task<IActionResult> OnPostRevoke([FromForm] string? id, [FromServices] RevokeToken revoke, CancellationToken ct)
    {
        var outcome = await revoke.Handle(id ?? "", ct);
        if (outcome.Refusal is { } refusal)
            return await Refuse(refusal, ct);
        Done = AppWords.RevokedItOpensNothingAnyMore;
        return RedirectToPage();
    }

    private async Task<IActionResult> Refuse(Refusal refusal, CancellationToken ct)
    {
        var page = await Listed(ct);
        (NotMade, Response.StatusCode) = (refusal, refusal.Status());
        return page;
    }

    private async Task<IActionResult> Listed(CancellationToken ct)
    {
        Items = Show(await list.Handle(new() { After = One("after"), Limit = Number(One("limit")) }, ct));
        return Page();
    }
}
