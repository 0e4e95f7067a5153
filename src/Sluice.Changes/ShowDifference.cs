using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.History;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;

namespace Sluice.Changes;

/// <summary>
/// GET /api/v1/changes/{reference}/difference?from=&amp;to=: what one revision says that another does not. Both are read from the
/// history, where every revision stands in full; there is no second copy that could say something else.
/// </summary>
public sealed class ShowDifference(AppDb db)
{
    public sealed record Request
    {
        public int? From { get; init; }
        public int? To { get; init; }
    }

    public sealed record Response(string Ref, int From, int To, string FromDigest, string ToDigest, IReadOnlyList<Altered> Altered);

    /// <summary>One field that differs.</summary>
    /// <param name="Pointer">RFC 6901, into the change's content: <c>/title</c>.</param>
    /// <param name="Added">For a list: what only the later revision has.</param>
    /// <param name="Removed">For a list: what only the earlier one has.</param>
    public sealed record Altered(
        string Pointer, JsonNode? Before, JsonNode? After, IReadOnlyList<JsonNode?>? Added = null,
        IReadOnlyList<JsonNode?>? Removed = null);

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet(
        "/changes/{reference}/difference",
        async (string reference, [AsParameters] Request request, ShowDifference slice, CancellationToken ct) =>
            (await slice.Handle(reference, request, ct)).ToHttp());

    public async Task<Outcome<Response>> Handle(string reference, Request request, CancellationToken ct)
    {
        if (await db.ChangeWithRef(reference).AsNoTracking().SingleOrDefaultAsync(ct) is not { } change)
            return ChangeReasons.Unknown;
        var (from, to) = (request.From ?? change.Revision - 1, request.To ?? change.Revision);
        if (Refusal.For([.. Revision("/from", from, change), .. Revision("/to", to, change)]) is { } refusal)
            return refusal;

        var acts = await RecordedFacts.Of(db, change, ["change.drafted", "change.edited"], ct);
        var revisions = acts
            .Select(facts => facts["content"] is not null && facts["revision"] is not null ? facts : facts["detail"]!)
            .ToDictionary(facts => (int)facts["revision"]!);
        var (before, after) = (revisions[from], revisions[to]);
        return new Response(
            change.Ref, from, to, (string)before["digest"]!, (string)after["digest"]!,
            [.. Between(before["content"]!.AsObject(), after["content"]!.AsObject())]);
    }

    internal static IEnumerable<Altered> Between(JsonObject before, JsonObject after)
    {
        foreach (var (name, now) in after)
        {
            var was = before[name];
            if (JsonNode.DeepEquals(was, now))
                continue;
            if (was is JsonArray old && now is JsonArray young)
                yield return new("/" + name, old.DeepClone(), young.DeepClone(), Except(young, old), Except(old, young));
            else
                yield return new("/" + name, was?.DeepClone(), now?.DeepClone());
        }
    }

    private static List<JsonNode?> Except(JsonArray these, JsonArray those) =>
        [.. these.Where(item => !those.Any(other => JsonNode.DeepEquals(item, other))).Select(item => item?.DeepClone())];

    private static IEnumerable<Reason> Revision(string pointer, int revision, Change change)
    {
        if (revision < 1 || revision > change.Revision)
            yield return Reason.Invalid("revision.unknown", $"The change has revisions 1 to {change.Revision}.", pointer);
    }
}
