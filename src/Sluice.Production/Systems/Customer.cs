using Sluice.Kernel.Http;
using Sluice.Kernel.People;
using Sluice.Ledger;

namespace Sluice.Production.Systems;

/// <param name="Systems">Keys of the systems this customer works with.</param>
public sealed record CustomerDraft(string? Key = null, string? Name = null, IReadOnlyList<string>? Systems = null)
{
    /// <summary>With what it leaves out taken from what the customer says already: a merge patch (RFC 7396).</summary>
    /// <param name="removed">Pointers of what it wants to be gone.</param>
    internal CustomerDraft Over(Customer customer, IReadOnlySet<string> removed) => new(
        customer.Key, Name ?? removed.Kept("/name", customer.Name), Systems ?? removed.Kept("/systems", customer.Systems) ?? []);
}

/// <summary>Whoever notices when those systems change.</summary>
internal sealed class Customer : MasterRecord
{
    public const string Kind = "customer";

    private Customer()
    {
    }

    public IReadOnlyList<string> Systems { get; private set; } = [];
    public override string Chain => "customer/" + Key;

    public static Customer Add(CustomerDraft draft, Actor admin, DateTimeOffset now)
    {
        var customer = new Customer { Key = draft.Key! };
        customer.Take(draft, "customer.added", admin, now);
        return customer;
    }

    public void Edit(CustomerDraft draft, Actor admin, DateTimeOffset now)
    {
        if (draft.Name != Name || !draft.Systems!.SequenceEqual(Systems))
            Take(draft, "customer.edited", admin, now);
    }

    private void Take(CustomerDraft draft, string act, Actor admin, DateTimeOffset now)
    {
        (Name, Systems) = (draft.Name!, [.. (draft.Systems ?? []).Distinct()]);
        Said(admin, act, now, new { Key, name = new FreeText(Name), Systems });
    }
}
