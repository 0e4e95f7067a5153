using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Ledger;

namespace Sluice.Kernel.History;

/// <summary>
/// POST …/{reference}/history/{sequence}/redact: takes the free text of one entry away for good. One person asks; it happens
/// when a second one confirms by the same call. The chain holds salted hashes only, so it verifies as before.
/// </summary>
public sealed class RedactEntry(AppDb db, UnitOfWork work, WriteGate gate, Actor actor, TimeProvider clock)
{
    private const string Done = "redacted";

    public sealed record Request(string Reason);

    /// <param name="State"><c>asked</c> or <c>redacted</c>.</param>
    public sealed record Response(long Sequence, string State, long Version) : IVersioned;

    internal static void Map(IEndpointRouteBuilder api, RecordKind kind) => api.MapPost(
        kind.Path + "/{reference}/history/{sequence:long}/redact",
        async (string reference, long sequence, Request request, RedactEntry slice, CancellationToken ct) =>
            (await slice.Handle(kind, reference, sequence, request, ct)).ToHttp());

    public async Task<Outcome<Response>> Handle(
        RecordKind kind, string reference, long sequence, Request request, CancellationToken ct)
    {
        var outcome = await work.Act(() => Redact(kind, reference, sequence, request, ct), ct);
        if (outcome is { Refusal: null, Value.State: Done })
            await SecureDelete.Empty(db, gate); // Done is done, whether or not the caller still waits.
        return outcome;
    }

    private async Task<Outcome<Response>> Redact(
        RecordKind kind, string reference, long sequence, Request request, CancellationToken ct)
    {
        if (await kind.Find(db, reference, ct) is not { } record)
            return kind.Unknown;
        if (!await db.Ledger.AnyAsync(row => row.Record == record.Chain && row.Sequence == sequence, ct))
            return new Reason(ReasonKind.Unknown, "entry.unknown", "There is no such entry.");
        var texts = await db.Set<LedgerText>()
            .SingleOrDefaultAsync(text => text.Record == record.Chain && text.Sequence == sequence, ct);
        var askedBy = await AskedBy(record.Chain, sequence, ct);
        if (Refusal.For(
            [
                .. Input.Text("/reason", request.Reason, Input.LongestComment, required: true),
                .. Against(kind, texts, askedBy),
                .. record.AgainstRedacting(sequence),
            ]) is { } refusal)
            return refusal;

        if (askedBy is { } first)
        {
            var entry = new RedactedEntry(sequence, texts!.Texts!.Select(text => text.Text).ToHashSet());
            texts.Redact();
            record.Redact(sequence, first, request.Reason, actor, clock.GetUtcNow());
            if (kind.ForgetElsewhere is { } forget)
                await forget(db, record, entry, ct);
        }
        else
            record.AskToRedact(sequence, request.Reason, actor, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return new Response(sequence, askedBy is null ? "asked" : Done, record.Version);
    }

    private IEnumerable<Reason> Against(RecordKind kind, LedgerText? texts, Account? askedBy)
    {
        if (!actor.Roles.Any(kind.Redactors.Contains))
            yield return Reason.Forbidden("redaction.not-allowed", "Your roles do not include redacting.");
        if (askedBy == actor.Account)
            yield return Reason.Conflict("redaction.needs-second-person", "You have asked for this; somebody else has to confirm.");
        if (texts is null)
            yield return Reason.Conflict("redaction.nothing", "This entry holds no free text.");
        else if (texts.Texts is null)
            yield return Reason.Conflict("redaction.done", "This entry has been redacted.");
    }

    private async Task<Account?> AskedBy(string chain, long sequence, CancellationToken ct)
    {
        var asked = await db.Ledger.AsNoTracking()
            .Where(row => row.Record == chain && row.Sequence > sequence && row.Act == Record.RedactionAsked)
            .OrderBy(row => row.Sequence).ToListAsync(ct);
        return asked.FirstOrDefault(row => (long?)JsonNode.Parse(row.Body)!["facts"]![Redaction.Redacts] == sequence)?.Actor;
    }
}
