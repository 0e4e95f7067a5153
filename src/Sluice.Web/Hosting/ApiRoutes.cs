using Sluice.Changes;
using Sluice.Kernel;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Production;
using Sluice.Releases;
using Sluice.Web.SignIn;

namespace Sluice.Web.Hosting;

internal static class ApiRoutes
{
    private const string Root = "/api/v1";

    public static void MapApi(this WebApplication app)
    {
        var anonymous = app.MapGroup(Root);
        anonymous.MapTokenSignIn();

        var api = app.MapGroup(Root).RequireAuthorization();
        api.MapKernel();
        api.MapProduction();
        api.MapChanges();
        api.MapReleases();
    }

    /// <summary>Before anything of the request is read: what a token may not do, it may not even try.</summary>
    public static async Task CheckScope(HttpContext http, RequestDelegate next)
    {
        var current = http.RequestServices.GetRequiredService<CurrentActor>();
        if (current.Actor is null || http.GetEndpoint() is null || !http.Request.Path.StartsWithSegments(Root))
        {
            await next(http);
            return;
        }
        var needed = !HttpMethods.IsGet(http.Request.Method) ? Scope.Write
            : http.Request.Path.Equals($"{Root}/gate", StringComparison.OrdinalIgnoreCase) ? Scope.Gate
            : Scope.Read;
        if (current.Scopes.Contains(needed) || (needed is Scope.Gate && current.Scopes.Contains(Scope.Read)))
        {
            await next(http);
            return;
        }
        Refusal refusal = Reason.Forbidden("scope.missing", $"This token lacks the scope {Wire.Name(needed)}.");
        await refusal.ToProblem().ExecuteAsync(http);
    }
}
