using Microsoft.EntityFrameworkCore;
using Sluice.Handover;
using Sluice.Kernel.Files;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Changes.Evidence;

/// <summary>POST /api/v1/changes/{reference}/evidence: a file with its kind and title, or a link with its digest.</summary>
public sealed class AttachEvidence(AppDb db, UnitOfWork work, Actor actor, FileStore files, TimeProvider clock)
{
    private const int LongestUrl = 2_000;
    private const int MostOnOneChange = 1_000;

    /// <param name="Url">http or https.</param>
    /// <param name="Sha256">Of what is there, so that it can be told whether it is still the same.</param>
    public sealed record Link(EvidenceKind? Kind = null, string? Title = null, string? Url = null, string? Sha256 = null);

    public sealed record Described(EvidenceKind? Kind, string? Title);

    public Task<Outcome<EvidenceShown>> Handle(string reference, Link link, CancellationToken ct) => Attach(
        reference, new(link.Kind, link.Title), [.. Url(link.Url), .. Input.Sha256("/sha256", link.Sha256)],
        () => (link.Url, link.Sha256!, null), ct);

    /// <param name="file">On disk already, known to nobody yet.</param>
    public Task<Outcome<EvidenceShown>> Handle(
        string reference, Described described, FileStore.Received file, CancellationToken ct) =>
        Attach(reference, described, [], () => (null, file.Sha256, file), ct);

    /// <summary>Asked before a file is taken in: nobody uploads 100 MiB to be told that they may not.</summary>
    public async Task<Refusal?> Refuse(string reference, CancellationToken ct)
    {
        // What has been answered before is answered alike, whatever has become of the change since.
        if (await work.MayReplay(ct))
            return null;
        return await db.ChangeWithRef(reference).AsNoTracking().SingleOrDefaultAsync(ct) is { } change
            ? Refusal.For(Against(change, actor))
            : ChangeReasons.Unknown;
    }

    internal static IEnumerable<Reason> Against(Change change, Actor actor)
    {
        if (change.Status is ChangeStatus.Closed or ChangeStatus.Cancelled or ChangeStatus.Rejected)
            yield return ChangeReasons.NotFrom(change.Status);
        if (change.Evidence.Count >= MostOnOneChange)
            yield return Reason.Conflict("evidence.too-many", $"A change holds at most {MostOnOneChange} pieces of evidence.");
        if (actor.Roles.All(role => role == KernelRoles.Auditor || role == KernelRoles.Stakeholder))
            yield return Reason.Forbidden("evidence.not-allowed", "Your roles do not include attaching evidence.");
    }

    private Task<Outcome<EvidenceShown>> Attach(
        string reference, Described described, IReadOnlyList<Reason> wrong,
        Func<(string? Url, string Sha256, FileStore.Received? File)> content, CancellationToken ct) =>
        work.Act<EvidenceShown>(async () =>
        {
            if (await db.ChangeWithRef(reference).SingleOrDefaultAsync(ct) is not { } change)
                return ChangeReasons.Unknown;
            if (Refusal.For([.. Against(change, actor), .. Against(described), .. wrong]) is { } refusal)
                return refusal;

            var now = clock.GetUtcNow();
            var (url, sha256, file) = content();
            var item = new EvidenceItem(described.Kind!.Value, described.Title, url, sha256, file?.Size, actor.Account, now, 0);
            if (file is not null)
                await files.Keep(file, ct);
            change.Attach(item, actor, now);
            await db.SaveChangesAsync(ct);
            return EvidenceShown.To(item);
        }, ct);

    private static IEnumerable<Reason> Against(Described described)
    {
        if (described.Kind is null)
            yield return Reason.Invalid("evidence.kind-missing", "Say what kind of evidence it is.", "/kind");
        foreach (var reason in Input.Text("/title", described.Title, Input.LongestTitle, required: true))
            yield return reason;
    }

    private static IEnumerable<Reason> Url(string? url)
    {
        foreach (var reason in Input.Text("/url", url, LongestUrl, required: true))
            yield return reason;
        if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https")))
            yield return Reason.Invalid("url.malformed", "A link begins with http:// or https://.", "/url");
    }
}
