using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Web.Pages.Parts;

namespace Sluice.Web.SignIn;

/// <summary>
/// Lets a page act on a form only if it was made for whoever sends it. Where that fails honestly (the session had ended, the
/// token is too old) the page gives back what was typed, and nothing is done: every act is withheld.
/// </summary>
internal sealed class FormGuard(IAntiforgery antiforgery, KeptForms kept, CurrentActor current, UnitOfWork work) : IAsyncAuthorizationFilter
{
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || IsExempt(context))
            return;
        if (await Read(request) is not { } form)
        {
            context.Result = new BadRequestResult();
            return;
        }
        if (current.Actor is { } actor && form.ContainsKey(KeptForm.Field) && !IsAt(context, "/SignIn"))
            GiveBack(context, actor, kept.Open(form[KeptForm.Field]));
        else if (!await IsValid(context.HttpContext))
            context.Result = Unanswered(request, form);
    }

    // Nobody else's, and for no other form: then there is nothing to give back, and the page is shown as it is.
    private void GiveBack(AuthorizationFilterContext context, Actor actor, KeptForm? typed)
    {
        var request = context.HttpContext.Request;
        if (typed is null || typed.Account != actor.Account.Name || typed.Address != KeptForms.AddressOf(request)
            || !KeptForms.IsOurs(request))
        {
            context.Result = new RedirectResult("/");
            return;
        }
        request.Form = typed.ToForm();
        work.Withhold(Reason.Conflict("session.ended", "Your session had ended before this was sent. "
            + "What you typed is in its place again, and nothing of it has been done yet: look at it, and send it once more."
            + (typed.HadFile ? " The file has to be chosen again." : "")));
    }

    /// <returns>Null when the page is to give back what was typed.</returns>
    private IActionResult? Unanswered(HttpRequest request, IFormCollection form)
    {
        var sender = form[PostForm.Account].ToString();
        if (current.Actor is not { } actor || sender.Length == 0 || !KeptForms.IsOurs(request))
            return new BadRequestResult();
        // Somebody else has signed in to this browser: theirs it is not.
        if (sender != actor.Account.Name)
            return new RedirectResult(KeptForms.KeepAddress(request), permanent: false, preserveMethod: true);
        work.Withhold(Reason.Conflict("form.too-old",
            "This page was too old to be trusted, and nothing has been done. What you typed is in its place: send it once more."));
        return null;
    }

    // The page that keeps what was typed, and does nothing; and the one that says what went wrong.
    private static bool IsExempt(AuthorizationFilterContext context) => IsAt(context, "/Error")
        || (IsAt(context, "/SignIn") && context.HttpContext.Request.Query["handler"] == KeptForms.Handler);

    private static bool IsAt(AuthorizationFilterContext context, string page) =>
        context.ActionDescriptor is PageActionDescriptor at && at.ViewEnginePath == page;

    private async Task<bool> IsValid(HttpContext http)
    {
        try
        {
            await antiforgery.ValidateRequestAsync(http);
            return true;
        }
        catch (AntiforgeryValidationException)
        {
            return false;
        }
    }

    private static async Task<IFormCollection?> Read(HttpRequest request)
    {
        try
        {
            return request.HasFormContentType ? await request.ReadFormAsync() : FormCollection.Empty;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
