using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.People.SignIn;
using Sluice.Web.Hosting;
using Sluice.Web.Pages.Parts;
using Sluice.Web.SignIn;
using Sluice.Web.Words;

namespace Sluice.Web.Pages;

/// <summary>A password anywhere; in the demo also anybody of the demo's people, without one.</summary>
/// <remarks>What was typed into any form may have to be kept here, a runbook of a thousand steps too.</remarks>
[EnableRateLimiting(TokenSignIn.PasswordLimit)]
[RequestFormLimits(ValueCountLimit = 16_384)]
public sealed class SignInModel(PasswordSignIn signIn, CurrentActor current, IServiceProvider services) : PageModel
{
    private readonly KeptForms kept = services.GetRequiredService<KeptForms>();

    public bool IsDemo { get; } = services.GetRequiredService<LaunchOptions>().IsDemo;

    public string? ReturnUrl { get; private set; }

    /// <summary>What was typed, given back.</summary>
    public string? Account { get; private set; }

    /// <summary>Why one is here again. By the address: whoever is not signed in gets no cookie to be told anything by.</summary>
    public string? Done => Request.Query.ContainsKey("changed")
        ? AppWords.YourPasswordIsChanged : null;

    public Refusal? Refused { get; private set; }

    /// <summary>What somebody sent after their session had ended, sealed.</summary>
    public string? Kept { get; private set; }

    /// <summary>Whose it is.</summary>
    public string? KeptFor => kept.Open(Kept)?.Account;

    /// <summary>Who is signed in instead, and sent it.</summary>
    public string? Instead => current.Actor?.Account.Name;

    /// <summary>Something was sent that could not be kept: it came from elsewhere, or is too long.</summary>
    public bool IsLost { get; private set; }

    public void OnGet(string? returnUrl) => ReturnUrl = returnUrl;

    /// <summary>A form whose sender is not signed in is sent here instead. It is kept in the page, and nothing is done.</summary>
    public void OnPostKeep(string? returnUrl)
    {
        var form = Request.Form;
        var sender = form[PostForm.Account].ToString();
        (ReturnUrl, Response.StatusCode) = (returnUrl, StatusCodes.Status401Unauthorized);
        var typed = sender.Length > 0 && KeptForms.IsOurs(Request) && Url.IsLocalUrl(returnUrl)
            ? KeptForm.Of(form, sender, returnUrl)
            : null;
        (Kept, Account, IsLost) = (typed is null ? null : kept.Seal(typed), typed?.Account, typed is null);
        // Where nothing can be given back, one goes on with the page itself.
        ReturnUrl = returnUrl?.Split('?')[0];
    }

    public async Task<IActionResult> OnPostPassword(string? account, string? password, string? returnUrl, CancellationToken ct)
    {
        (Account, ReturnUrl, Kept) = (account, returnUrl, Request.Form[KeptForm.Field]);
        var outcome = await signIn.Handle(account ?? "", password ?? "", ct);
        if (outcome.Refusal is not { } refusal)
            return await Enter(outcome.Value, returnUrl);
        Refused = refusal;
        Response.StatusCode = refusal.Status();
        return Page();
    }

    public async Task<IActionResult> OnPostPersona(string? account, string? returnUrl, CancellationToken ct)
    {
        if (!IsDemo || account is null || await signIn.WithoutPassword(account, ct) is not { } person)
            return NotFound();
        return await Enter(person, returnUrl);
    }

    private async Task<IActionResult> Enter(PasswordSignIn.SignedIn person, string? returnUrl)
    {
        await HttpContext.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, CookieSignIn.Principal(person));
        // The browser takes the sealed form along, to the address it is bound to.
        return kept.Open(Request.Form[KeptForm.Field]) is { } typed && typed.Account == person.Account.Name
            ? LocalRedirectPreserveMethod(typed.Address)
            : LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
    }
}
