using Sluice.Kernel.People;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Teams;

/// <summary>The form of a team: what it was filled with, and what there is to choose from.</summary>
public abstract class TeamPage(ListPeople people) : DraftPage("team")
{
    public TeamForm Typed { get; protected set; } = new();

    public CheckField Members { get; private set; } = null!;

    protected override string? ValueOf(string name) => Typed.Value(name);

    protected async Task Offer(CancellationToken ct) => Members = new(
        Form.Field("/members", EstateWords.Members), await people.Offer(Typed.Chosen, ct), Typed.Chosen,
        Form.Field("/furtherMembers", EstateWords.FurtherMembers));
}
