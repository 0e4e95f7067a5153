using Sluice.Kernel.Http;
using Sluice.Kernel.People;
using Sluice.Ledger;

namespace Sluice.Production.Systems;

public enum Criticality { Low, Medium, High, Critical }

/// <param name="OwnerTeam">Key of the team whose members decide about changes of it.</param>
/// <param name="DependsOn">Keys of the systems it cannot work without.</param>
/// <param name="AuthorsImplement">Whether who made an artefact may bring it into production here; not unless it is said.</param>
public sealed record SystemDraft(
    string? Key = null, string? Name = null, string? OwnerTeam = null, Criticality? Criticality = null,
    string? Environment = null, IReadOnlyList<string>? DependsOn = null, bool? AuthorsImplement = null)
{
    /// <summary>With what it leaves out taken from what the system says already: a merge patch (RFC 7396).</summary>
    /// <param name="removed">Pointers of what it wants to be gone.</param>
    internal SystemDraft Over(ProductionSystem system, IReadOnlySet<string> removed) => new(
        system.Key, Name ?? removed.Kept("/name", system.Name), OwnerTeam ?? removed.Kept("/ownerTeam", system.OwnerTeam),
        Criticality ?? removed.Kept<Criticality?>("/criticality", system.Criticality),
        Environment ?? removed.Kept("/environment", system.Environment),
        DependsOn ?? removed.Kept("/dependsOn", system.DependsOn) ?? [],
        AuthorsImplement ?? removed.Kept("/authorsImplement", system.AuthorsImplement));
}

/// <summary>Something in production that changes affect, and who answers for it.</summary>
internal sealed class ProductionSystem : MasterRecord
{
    public const string Kind = "system";

    private ProductionSystem()
    {
    }

    public string OwnerTeam { get; private set; } = "";
    public Criticality Criticality { get; private set; }
    public string Environment { get; private set; } = "";
    public IReadOnlyList<string> DependsOn { get; private set; } = [];
    public bool AuthorsImplement { get; private set; }
    public override string Chain => "system/" + Key;

    /// <remarks>Only after <see cref="SystemRules"/> have found nothing.</remarks>
    public static ProductionSystem Add(SystemDraft draft, Actor admin, DateTimeOffset now)
    {
        var system = new ProductionSystem { Key = draft.Key! };
        system.Take(draft, "system.added", admin, now);
        return system;
    }

    public void Edit(SystemDraft draft, Actor admin, DateTimeOffset now)
    {
        if (!Says(draft))
            Take(draft, "system.edited", admin, now);
    }

    private bool Says(SystemDraft draft) =>
        (draft.Name, draft.OwnerTeam, draft.Criticality, draft.Environment, draft.AuthorsImplement)
            == (Name, OwnerTeam, Criticality, Environment, AuthorsImplement)
        && draft.DependsOn!.SequenceEqual(DependsOn);

    private void Take(SystemDraft draft, string act, Actor admin, DateTimeOffset now)
    {
        (Name, OwnerTeam, Environment) = (draft.Name!, draft.OwnerTeam!, draft.Environment!);
        (Criticality, DependsOn) = (draft.Criticality!.Value, [.. (draft.DependsOn ?? []).Distinct()]);
        AuthorsImplement = draft.AuthorsImplement ?? false;
        Said(admin, act, now, new
        {
            Key, name = new FreeText(Name), OwnerTeam, Criticality, environment = new FreeText(Environment), DependsOn,
            AuthorsImplement,
        });
    }
}
