using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

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
        StatusCodes.Status400BadRequest => ("That could not be read",
            "The form may be too old, or too large, or you signed out meanwhile. Go back, load the page anew and try again."),
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => ("Not for you",
            "You are signed in as somebody who may not see this. An administrator grants roles."),
        StatusCodes.Status404NotFound => ("Nothing here",
            "There is no such page or record in your organisation. Look for it in the lists, or check the reference."),
        StatusCodes.Status413PayloadTooLarge => ("Too large", "A file has at most 100 MiB."),
        StatusCodes.Status429TooManyRequests => ("Too many attempts", "Wait a minute, then try again."),
        < StatusCodes.Status500InternalServerError => ("That was refused", "Go back, load the page anew and try again."),
        _ => ("Something broke here", "Nothing was half done: what failed was not stored. Try again, and tell whoever runs Sluice."),
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
