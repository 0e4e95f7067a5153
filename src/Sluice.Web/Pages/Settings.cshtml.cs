using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Web.Pages.Parts;

namespace Sluice.Web.Pages;

/// <summary>The viewer's zone and theme, for who has no script to tell them or wants others.</summary>
public sealed class SettingsModel(Viewer viewer) : PageModel
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public static IReadOnlyList<Choice> Themes { get; } = [new("", "As the system has it"), new("light", "Light"), new("dark", "Dark")];

    [TempData]
    public string? Done { get; set; }

    public Refusal? Refused { get; private set; }

    public TypedForm Form => Refused is null
        ? new("settings", name => name is "zone" ? viewer.Zone.Id : viewer.Theme, null)
        : new("settings", name => Request.Form[name].FirstOrDefault(), Refused);

    public IActionResult OnPost([FromForm] string? zone, [FromForm] string? theme)
    {
        if (!string.IsNullOrWhiteSpace(zone) && Viewer.ZoneOf(zone.Trim()) is null)
        {
            Refused = Reason.Invalid("zone.unknown", "There is no time zone of that name.", "/zone");
            Response.StatusCode = Refused.Status();
            return Page();
        }
        Keep(Viewer.ZoneCookie, zone?.Trim());
        Keep(Viewer.ThemeCookie, theme is "light" or "dark" ? theme : null);
        Done = "Saved for this browser.";
        return RedirectToPage();
    }

    private void Keep(string cookie, string? value)
    {
        if (string.IsNullOrEmpty(value))
            Response.Cookies.Delete(cookie);
        else
            Response.Cookies.Append(cookie, value, new() { MaxAge = Kept, SameSite = SameSiteMode.Lax, IsEssential = true });
    }
}
