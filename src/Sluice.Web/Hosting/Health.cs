using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Persistence;

namespace Sluice.Web.Hosting;

internal static class Health
{
    private sealed record State(string Status);

    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz", static IResult () => TypedResults.Ok(new State("live"))).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/readyz", Ready).AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>Reachable and migrated: a node that runs against an older schema must not get requests.</summary>
    private static async Task<IResult> Ready(AppDb db, CancellationToken ct)
    {
        try
        {
            var isMigrated = !(await db.Database.GetPendingMigrationsAsync(ct)).Any();
            return isMigrated
                ? TypedResults.Ok(new State("ready"))
                : TypedResults.Problem(statusCode: StatusCodes.Status503ServiceUnavailable, title: "The database is not migrated.");
        }
        catch (Exception failure) when (failure is System.Data.Common.DbException or InvalidOperationException)
        {
            return TypedResults.Problem(
                statusCode: StatusCodes.Status503ServiceUnavailable, title: "The database cannot be reached.");
        }
    }
}
