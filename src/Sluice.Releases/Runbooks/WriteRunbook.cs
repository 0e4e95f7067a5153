using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Production.Systems;

namespace Sluice.Releases.Runbooks;

/// <summary>PUT /api/v1/releases/{reference}/runbook: all the steps, in their order.</summary>
/// <remarks>Before the start an edit voids "go"; after it, what is added or changed is a recorded deviation.</remarks>
public sealed class WriteRunbook(ActOnRelease act, FindTeams findTeams, FindPeople findPeople, AuthorsMayImplement authorsMayImplement)
{
    public sealed record Request(IReadOnlyList<StepDraft>? Steps = null);

    /// <param name="Change">The change it belongs to; left out for a step of the release as a whole.</param>
    /// <param name="Minutes">Planned, 0 to 10,080.</param>
    /// <param name="BacksOut">For a back-out step: the key of the step that it reverses.</param>
    public sealed record StepDraft(
        string? Key = null, string? Title = null, StepPhase? Phase = null, string? Change = null, string? Team = null,
        string? Owner = null, int? Minutes = null, IReadOnlyList<string>? DependsOn = null, string? BacksOut = null)
    {
        internal StepPlan ToPlan() => new(
            Key ?? "", Title ?? "", Phase!.Value, Change, Team, Owner is null ? null : new Account(Owner), Minutes ?? 0,
            [.. (DependsOn ?? []).Distinct()], BacksOut);
    }

    internal static void Map(IEndpointRouteBuilder api) => api.MapPut(
        "/releases/{reference}/runbook",
        async (string reference, Request request, IfMatch seen, WriteRunbook slice, CancellationToken ct) =>
            (await slice.Handle(reference, request, seen, ct)).ToHttp());

    public Task<Outcome<ShowRelease.Response>> Handle(string reference, Request request, IfMatch seen, CancellationToken ct) =>
        act.Handle(reference, async (release, actor, now) =>
        {
            var known = await act.Known(release, ct);
            return Refusal.For(
                    [.. Against(release, actor), .. await Wrong(request, release, known, ct), .. seen.Reasons(release)])
                ?? release.Write([.. request.Steps!.Select(step => step.ToPlan())], known, actor, now);
        }, ct);

    /// <summary>Everything that is wrong with what is written, whoever writes it.</summary>
    internal async Task<IEnumerable<Reason>> Wrong(Request request, Release release, GateKnowledge known, CancellationToken ct)
    {
        var fourEyes = new FourEyes(release, known, await authorsMayImplement.Handle(release.Systems, ct));
        return RunbookRules.Against(request, release, await Names(request, ct), fourEyes);
    }

    internal static IEnumerable<Reason> Against(Release release, Actor actor)
    {
        if (ReleaseLifecycle.After(release.Status, ReleaseFact.PlanChanged) is null
            && ReleaseLifecycle.After(release.Status, ReleaseFact.DeviationRecorded) is null)
            yield return ReleaseReasons.NotFrom(release.Status);
        if (!actor.Is(ReleaseRoles.ReleaseManager))
            yield return ReleaseReasons.NotManager;
    }

    private async Task<RunbookNames> Names(Request request, CancellationToken ct)
    {
        var steps = (request.Steps ?? []).OfType<StepDraft>().ToList();
        return new(
            await findTeams.Handle([.. steps.Select(step => step.Team).OfType<string>().Distinct()], ct),
            await findPeople.Handle([.. steps.Select(step => step.Owner).OfType<string>().Distinct().Select(name => new Account(name))], ct));
    }
}
