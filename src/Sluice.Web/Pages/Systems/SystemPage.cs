using Sluice.Kernel.Http;
using Sluice.Production.Systems;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Systems;

/// <summary>The form of a system: what it was filled with, and what there is to choose from.</summary>
public abstract class SystemPage(ListSystems systems, ListTeams teams) : DraftPage("system")
{
    public static IReadOnlyList<Choice> Levels =>
        [.. Enum.GetValues<Criticality>().Select(level => new Choice(Wire.Name(level), Wire.Words(level)))];

    public SystemForm Typed { get; protected set; } = new();

    public Offer Teams { get; private set; } = new([]);

    public CheckField DependsOn { get; private set; } = null!;

    protected override string? ValueOf(string name) => Typed.Value(name);

    protected async Task Offer(CancellationToken ct)
    {
        Teams = (await teams.Offer(Typed.OwnerTeam, ct)).OrNone(EstateWords.ChooseOne);
        var others = await systems.Offer(Typed.DependsOn, ct);
        DependsOn = new(
            Form.Field("/dependsOn", EstateWords.SystemsItCannotWorkWithout),
            others with { Choices = [.. others.Choices.Where(system => system.Value != Typed.Key)] },
            Typed.Chosen, Form.Field("/furtherDependsOn", EstateWords.FurtherSystemsItDependsOn));
    }
}
