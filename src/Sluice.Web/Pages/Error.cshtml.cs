using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sluice.Web.Words;

namespace Sluice.Web.Pages;

/// <summary>What people see when no page has an answer. It says what to do, and nothing of what went wrong inside.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel : PageModel
{
    public int Status { get; private set; }

    public (string Title, string Advice) Words => Status switch
    {
        StatusCodes.Status400BadRequest => (AppWords.ThatCouldNotBeRead,
            AppWords.UnreadableAdvice),
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => (AppWords.NotForYou,
            AppWords.NotForYouAdvice),
        StatusCodes.Status404NotFound => (AppWords.NothingHere,
            AppWords.NothingHereAdvice),
        StatusCodes.Status413PayloadTooLarge => (AppWords.TooLarge, AppWords.AFileHasAtMost100MiB),
        StatusCodes.Status429TooManyRequests => (AppWords.TooManyAttempts, AppWords.TooManyAttemptsAdvice),
        < StatusCodes.Status500InternalServerError => (AppWords.ThatWasRefused, AppWords.RefusedAdvice),
        _ => (AppWords.SomethingBrokeHere, AppWords.SomethingBrokeAdvice),
    };

    public void OnGet(int? status) => Status = Show(status);

    public void OnPost(int? status) => Status = Show(status);

    private int Show(int? status)
    {
        // Asked for by its own address, it is a page like any other.
        var shown = status ?? (Response.StatusCode is StatusCodes.Status200OK ? StatusCodes.Status404NotFound : Response.StatusCode);
        Response.StatusCode = shown is >= StatusCodes.Status400BadRequest and < 600 ? shown : StatusCodes.Status404NotFound;
        return Response.StatusCode;
    }
}
