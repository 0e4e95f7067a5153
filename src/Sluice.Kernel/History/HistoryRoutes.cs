using Microsoft.AspNetCore.Routing;

namespace Sluice.Kernel.History;

public static class HistoryRoutes
{
    /// <summary>Comments, history, proof and redaction of one kind of record.</summary>
    public static void MapHistory(this IEndpointRouteBuilder api, RecordKind kind)
    {
        AddComment.Map(api, kind);
        ListComments.Map(api, kind);
        ShowHistory.Map(api, kind);
        ShowProof.Map(api, kind);
        RedactEntry.Map(api, kind);
    }
}
