using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages;

/// <summary>The viewer's zone and theme, for who has no script to tell them or wants others; and their password.</summary>
public sealed class SettingsModel(Viewer viewer) : PageModel
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public static IReadOnlyList<Choice> Themes => [new("", AppWords.AsTheSystemHasIt), new("light", AppWords.Light), new("dark", AppWords.Dark)];

    [TempData]
    public string? Done { get; set; }

    public Refusal? Refused { get; private set; }

    /// <summary>Why the password stays as it is.</summary>
    public Refusal? PasswordRefused { get; private set; }

    /// <summary>Passwords are never given back.</summary>
    public TypedForm Password => new("password", _ => null, PasswordRefused);

    public TypedForm Form => Refused is null
        ? new("settings", name => name is "zone" ? viewer.Zone.Id : viewer.Theme, null)
        : new("settings", name => Request.Form[name].FirstOrDefault(), Refused);

    public IActionResult OnPost([FromForm] string? zone, [FromForm] string? theme, [FromServices] UnitOfWork work)
    {
        if (work.Withheld is { } why)
        {
            Refused = why;
            Response.StatusCode = Refused.Status();
            return Page();
        }
        if (!string.IsNullOrWhiteSpace(zone) && Viewer.ZoneOf(zone.Trim()) is null)
        {
            Refused = Reason.Invalid("zone.unknown", AppWords.ThereIsNoTimeZoneOfThatName, "/zone");
            Response.StatusCode = Refused.Status();
            return Page();
        }
        Keep(Viewer.ZoneCookie, zone?.Trim());
        Keep(Viewer.ThemeCookie, theme is "light" or "dark" ? theme : null);
        Done = AppWords.SavedForThisBrowser;
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostPassword(
        [FromForm] string? oldPassword, [FromForm] string? newPassword, [FromForm] string? passwordAgain, [FromServices] ChangePassword change,
        CancellationToken ct)
    {
        if (Refusal.For(newPassword == passwordAgain ? [] : [Reason.Invalid("password.differs", AppWords.TheTwoAreNotTheSame, "/passwordAgain")]) is { } typo)
            return RefusePassword(typo);
        var outcome = await change.Handle(new(oldPassword ?? "", newPassword ?? ""), ct);
        if (outcome.Refusal is { } refusal)
            return RefusePassword(refusal);
        // Every session ends with the password it began with, this one too.
        await HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return RedirectToPage("/SignIn", new { changed = true });
    }

    private PageResult RefusePassword(Refusal refusal)
    {
        (PasswordRefused, Response.StatusCode) = (refusal, refusal.Status());
        return Page();
    }

    private void Keep(string cookie, string? value)
    {
        if (string.IsNullOrEmpty(value))
            Response.Cookies.Delete(cookie);
        else
            Response.Cookies.Append(cookie, value, new() { MaxAge = Kept, SameSite = SameSiteMode.Lax, IsEssential = true });
    }
}
