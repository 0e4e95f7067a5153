using Sluice.Releases.Execution;

namespace Sluice.Web.Hosting;

/// <summary>The same events as the API's, for a browser: the API never looks at a cookie.</summary>
internal static class BoardEvents
{
    public static void MapBoardEvents(this WebApplication app) => app.MapGet(
        "/releases/{reference}/run/events",
        (string reference, StreamEvents slice, CancellationToken ct) => slice.Handle(reference, ct))
        .RequireAuthorization().ExcludeFromDescription();
}
