using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Kernel.History;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outbox;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Tenancy;
using Sluice.Ledger;

namespace Sluice.Kernel.Persistence;

/// <summary>Something with a version, shown outside as its ETag.</summary>
public interface IVersioned
{
    long Version { get; }
}

/// <summary>
/// A thing whose history can be proven. Its version <em>is</em> the sequence of its last ledger entry: an ETag names a
/// point in the history, and two writers of one version cannot both append.
/// </summary>
public abstract class Record : ITenantOwned, IVersioned
{
    internal const string RedactionAsked = Redaction.Asked;

    /// <summary>Stands where a record said something that has been taken away.</summary>
    protected const string Redacted = "[redacted]";

    private readonly Queue<Act> acts = new();
    private readonly Queue<IFact> facts = new();

    public TenantId TenantId { get; private set; }

    public long Version { get; private set; }

    /// <summary>Hash of the last entry: the chain's head, kept with the record so that appending needs no look-up.</summary>
    public Digest Head { get; private set; } = Digest.None;

    /// <summary>What people call it, such as <c>CHG-1042</c>.</summary>
    public abstract string Ref { get; }

    /// <summary>What its chain is called in the ledger; unique among all kinds of record.</summary>
    public virtual string Chain => Ref;

    internal bool HasActed => acts.Count > 0;

    /// <summary>The version that the acts noted so far will bring the record to.</summary>
    protected long NextVersion => Version + acts.Count;

    /// <summary>Every method that changes the record ends with this; saving a change without it throws.</summary>
    /// <param name="facts">Values before and after. What people wrote freely goes in as <see cref="FreeText"/>.</param>
    protected void Acted(Actor actor, string act, DateTimeOffset at, object facts) =>
        acts.Enqueue(new(actor.Account, act, at, JsonSerializer.SerializeToNode(facts, Wire.Json)!));

    /// <summary>Tells the other modules, in the transaction that saves this record.</summary>
    protected void HandsOver(IFact fact) => facts.Enqueue(fact);

    /// <summary>Why an entry's text may not be taken away yet: as long as a record can be edited, what is in force is edited first.</summary>
    protected internal virtual IEnumerable<Reason> AgainstRedacting(long sequence) => [];

    /// <summary>Takes away what the record itself repeats of that entry's free text.</summary>
    protected virtual void Forget(long sequence, DateTimeOffset now)
    {
    }

    internal void Comment(string text, Actor actor, DateTimeOffset now) =>
        Acted(actor, CommentShown.Act, now, new { text = new FreeText(text) });

    internal void AskToRedact(long sequence, string reason, Actor actor, DateTimeOffset now) =>
        Acted(actor, RedactionAsked, now, new { redacts = sequence, reason = new FreeText(reason) });

    internal void Redact(long sequence, Account askedBy, string reason, Actor actor, DateTimeOffset now)
    {
        Forget(sequence, now);
        Acted(actor, Redaction.Act, now, new { redacts = sequence, askedBy, reason = new FreeText(reason) });
    }

    internal IEnumerable<IFact> TakeFacts()
    {
        while (facts.TryDequeue(out var fact))
            yield return fact;
    }

    internal IEnumerable<object> AppendActs()
    {
        while (acts.TryDequeue(out var act))
        {
            var (content, texts) = FreeTexts.Separate(act.Facts);
            var entry = new Entry(
                TenantId.Value.ToString(), Chain, ++Version, act.Actor.Name, act.Name, act.At, content, Head).Seal();
            Head = entry.Hash;
            var row = new LedgerRow(TenantId, Chain, Version, act.Actor, act.Name, act.At, entry.Body, entry.Hash);
            yield return row;
            yield return OutboxRow.Of(row);
            if (texts.Count > 0)
                yield return new LedgerText(TenantId, Chain, Version, texts);
        }
    }

    private sealed record Act(Account Actor, string Name, DateTimeOffset At, JsonNode Facts);
}
