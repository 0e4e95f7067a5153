using Sluice.Kernel.Http;
using Sluice.Production.Systems;
using Sluice.Web.Pages.Parts;

namespace Sluice.Web.Pages.Systems;

/// <summary>The form of a system: what it was filled with, and what there is to choose from.</summary>
public abstract class SystemPage(ListSystems systems, ListTeams teams) : DraftPage("system")
{
    public static IReadOnlyList<Choice> Levels { get; } =
        [.. Enum.GetValues<Criticality>().Select(level => new Choice(Wire.Name(level), Wire.Words(level)))];

    public SystemForm Typed { get; protected set; } = new();

    public Offer Teams { get; private set; } = new([]);

    public CheckField DependsOn { get; private set; } = null!;

    protected override string? ValueOf(string name) => Typed.Value(name);

    protected async Task Offer(CancellationToken ct)
    {
        Teams = (await teams.Offer(Typed.OwnerTeam, ct)).OrNone("Choose one");
        var others = await systems.Offer(Typed.DependsOn, ct);
        DependsOn = new(
            Form.Field("/dependsOn", "Systems it cannot work without"),
            others with { Choices = [.. others.Choices.Where(system => system.Value != Typed.Key)] },
            Typed.Chosen, Form.Field("/furtherDependsOn", "Further systems it depends on"));
    }
}
