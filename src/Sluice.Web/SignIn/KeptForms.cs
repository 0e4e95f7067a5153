using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Extensions;
using Sluice.Kernel.Http;

namespace Sluice.Web.SignIn;

/// <summary>
/// A form whose sender is not signed in goes to the sign-in page and not to waste. There its fields travel sealed, bound to the
/// account and the address they were typed for, and come back as a form to be sent again: signing in does nothing else.
/// </summary>
internal sealed class KeptForms(IDataProtectionProvider protection)
{
    public const string Handler = "Keep";

    private static readonly TimeSpan Kept = TimeSpan.FromHours(12);

    private readonly ITimeLimitedDataProtector sealing = protection.CreateProtector("Sluice.KeptForm.v1").ToTimeLimitedDataProtector();

    public string Seal(KeptForm form) => sealing.Protect(JsonSerializer.Serialize(form, Wire.Json), Kept);

    /// <returns>Null for what is no sealed form of ours, or one that is too old.</returns>
    public KeptForm? Open(string? sent)
    {
        try
        {
            return string.IsNullOrEmpty(sent) ? null : JsonSerializer.Deserialize<KeptForm>(sealing.Unprotect(sent), Wire.Json);
        }
        catch (Exception failure) when (failure is CryptographicException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Sent from one of our own pages: another site's form is not put into anybody's hands as something they typed.</summary>
    public static bool IsOurs(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site
        ? site == "same-origin"
        : Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) && origin.Authority == request.Host.Value;

    /// <summary>Where the browser is to send the same form instead; 307 has it keep method and body.</summary>
    public static string KeepAddress(HttpRequest request) =>
        "/sign-in" + new QueryBuilder { { "handler", Handler }, { "returnUrl", AddressOf(request) } };

    public static string AddressOf(HttpRequest request) => $"{request.PathBase}{request.Path}{request.QueryString}";

    /// <summary>Instead of the way to the sign-in page, on which what was typed would be lost.</summary>
    public static Func<RedirectContext<CookieAuthenticationOptions>, Task> InsteadOf(
        Func<RedirectContext<CookieAuthenticationOptions>, Task> redirect) => challenged =>
    {
        var request = challenged.Request;
        // Who wants to sign out and is out already has not typed anything.
        if (request.Path == "/sign-out" || !HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !IsOurs(request))
            return redirect(challenged);
        challenged.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        challenged.Response.Headers.Location = KeepAddress(request);
        return Task.CompletedTask;
    };
}
