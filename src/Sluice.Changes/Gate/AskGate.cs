using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Sluice.Handover;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Changes.Gate;

/// <summary>
/// GET /api/v1/gate?change=REF or ?artefact=sha256:…, &amp;at=: may it run in production now? Both sides are asked and both
/// answers are folded; whatever is unclear is "deny", and so is an answer that could not be logged.
/// </summary>
public sealed class AskGate(AppDb db, UnitOfWork work, Actor actor, IEnumerable<IAnswerGate> sides, TimeProvider clock,
    ILogger<AskGate> server)
{
    private const string Sha256Prefix = "sha256:";

    public sealed record Request
    {
        public string? Change { get; init; }
        public string? Artefact { get; init; }

        /// <summary>Another moment than now: answers deny or would-allow, never allow.</summary>
        public DateTimeOffset? At { get; init; }
    }

    /// <param name="Changes">Every change that the question names; more than one is ambiguous.</param>
    /// <param name="Authorization">The one that was relied on.</param>
    public sealed record Response(
        Verdict Verdict, IReadOnlyList<string> Changes, IReadOnlyList<GateReason> Reasons, DateTimeOffset DecidedAt,
        AuthorizationId? Authorization);

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet(
        "/gate",
        async ([AsParameters] Request request, AskGate slice, HttpContext http, CancellationToken ct) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return (await slice.Handle(request, ct)).ToHttp();
        });

    public async Task<Outcome<Response>> Handle(Request request, CancellationToken ct)
    {
        if (Refusal.For(Against(request)) is { } refusal)
            return refusal;
        Response? answer = null;
        try
        {
            var logged = await work.Act<Response>(async () =>
            {
                // The moment at which it is read: before that it may have waited for others.
                var now = clock.GetUtcNow();
                var named = await Named(request, ct);
                if (named.Count == 0 && request.Change is not null)
                    return ChangeReasons.Unknown;
                answer = await Answer(request, named, now, ct);
                db.Add(LogOf(request, answer));
                return answer;
            }, ct);
            if (logged.Refusal is null || answer is null)
                return logged;
        }
        catch (Exception failure) when (answer is not null && (failure is DbUpdateException or DbException))
        {
            server.Unlogged(failure); // And not allowed.
        }
        GateReason unlogged = new(Side.Gate, "gate.log-failed", "The answer could not be logged.");
        return answer! with { Verdict = Verdict.Deny, Reasons = [.. answer!.Reasons, unlogged], Authorization = null };
    }

    private async Task<Response> Answer(Request request, List<NamedChange> named, DateTimeOffset now, CancellationToken ct)
    {
        // What has ended cannot run again; it is listed, but it makes nothing ambiguous.
        var open = named.Where(change => !change.HasEnded).ToList();
        var asked = open.Count == 1 ? open[0] : named.FirstOrDefault();
        var reasons = await ReasonsFor(asked, open, request.At ?? now, ct);
        return new(
            Verdicts.Fold(reasons, request.At is not null), [.. named.Select(change => change.Ref)], reasons, now,
            reasons.Count == 0 ? asked?.Authorization : null);
    }

    private GateLogRow LogOf(Request request, Response answer) => new(
        actor.Tenant, Kernel.TypedId.New<GateLogId>(answer.DecidedAt), actor.Account, request.Change ?? request.Artefact!,
        request.At, answer.Verdict, answer.Changes, answer.Reasons, answer.DecidedAt);

    private async Task<IReadOnlyList<GateReason>> ReasonsFor(
        NamedChange? asked, List<NamedChange> open, DateTimeOffset at, CancellationToken ct)
    {
        if (asked is null)
            return [new(Side.Gate, "artefact.unknown", "No change holds this artefact.")];
        if (open.Count > 1)
            return [new(Side.Gate, "artefact.ambiguous",
                $"Several open changes hold this artefact: {string.Join(", ", open.Select(change => change.Ref))}.")];

        var reasons = new List<GateReason>();
        foreach (var side in sides)
            reasons.AddRange(await side.Against(asked.Id, at, ct));
        return reasons;
    }

    private async Task<List<NamedChange>> Named(Request request, CancellationToken ct)
    {
        var changes = db.Changes.AsNoTracking();
        if (request.Change is { } reference)
            changes = changes.Where(change => change.Number == ChangeRef.Number(reference));
        else
        {
            var sha256 = request.Artefact![Sha256Prefix.Length..];
            changes = changes.Where(change =>
                db.Set<ChangeOfArtefact>().Any(row => row.Sha256 == sha256 && row.ChangeId == change.Id));
        }
        // Those that are open come first: with any number of ended ones before it, none of them may go unseen.
        return await changes
            .OrderBy(change => change.Status == ChangeStatus.Closed || change.Status == ChangeStatus.Cancelled
                || change.Status == ChangeStatus.Rejected)
            .ThenByDescending(change => change.Number).Take(Paging.LargestLimit)
            .Select(change => new NamedChange(change.Id, ChangeRef.Of(change.Number), change.Status, change.AuthorizationId))
            .ToListAsync(ct);
    }

    private static IEnumerable<Reason> Against(Request request)
    {
        if (request.Change is null == request.Artefact is null)
            yield return Reason.Invalid("gate.question", "Ask about a change or about an artefact.", "/change");
        if (request.Artefact is { } artefact)
            foreach (var reason in artefact.StartsWith(Sha256Prefix, StringComparison.Ordinal)
                         ? Input.Sha256("/artefact", artefact[Sha256Prefix.Length..])
                         : [Reason.Invalid("sha256.malformed", "An artefact is named by sha256: and 64 hex digits.", "/artefact")])
                yield return reason;
    }

    private sealed record NamedChange(ChangeId Id, string Ref, ChangeStatus Status, AuthorizationId? Authorization)
    {
        public bool HasEnded => Status is ChangeStatus.Closed or ChangeStatus.Cancelled or ChangeStatus.Rejected;
    }
}

internal static partial class AskGateLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "An answer of the gate could not be logged, so it was deny")]
    public static partial void Unlogged(this ILogger log, Exception failure);
}
