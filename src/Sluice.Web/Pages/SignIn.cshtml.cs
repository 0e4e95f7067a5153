using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People.SignIn;
using Sluice.Web.Hosting;
using Sluice.Web.SignIn;

namespace Sluice.Web.Pages;

/// <summary>A password anywhere; in the demo also anybody of the demo's people, without one.</summary>
[EnableRateLimiting(TokenSignIn.PasswordLimit)]
public sealed class SignInModel(PasswordSignIn signIn, IServiceProvider services) : PageModel
{
    public bool IsDemo { get; } = services.GetRequiredService<LaunchOptions>().IsDemo;

    public string? ReturnUrl { get; private set; }

    /// <summary>What was typed, given back.</summary>
    public string? Account { get; private set; }

    /// <summary>Why one is here again. By the address: whoever is not signed in gets no cookie to be told anything by.</summary>
    public string? Done => Request.Query.ContainsKey("changed")
        ? "Your password is changed, and you are signed out everywhere. Sign in with the new one." : null;

    public Refusal? Refused { get; private set; }

    public void OnGet(string? returnUrl) => ReturnUrl = returnUrl;

    public async Task<IActionResult> OnPostPassword(string? account, string? password, string? returnUrl, CancellationToken ct)
    {
        (Account, ReturnUrl) = (account, returnUrl);
        var outcome = await signIn.Handle(account ?? "", password ?? "", ct);
        if (outcome.Refusal is not { } refusal)
            return Enter(outcome.Value, returnUrl);
        Refused = refusal;
        Response.StatusCode = refusal.Status();
        return Page();
    }

    public async Task<IActionResult> OnPostPersona(string? account, string? returnUrl, CancellationToken ct)
    {
        if (!IsDemo || account is null || await signIn.WithoutPassword(account, ct) is not { } person)
            return NotFound();
        return Enter(person, returnUrl);
    }

    private SignInResult Enter(PasswordSignIn.SignedIn person, string? returnUrl) => SignIn(
        CookieSignIn.Principal(person), new() { RedirectUri = Url.IsLocalUrl(returnUrl) ? returnUrl : "/" },
        CookieAuthenticationDefaults.AuthenticationScheme);
}
