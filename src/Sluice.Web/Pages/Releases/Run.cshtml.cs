using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sluice.Kernel.History;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Releases;
using Sluice.Releases.Execution;
using Sluice.Releases.Runbooks;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Releases;

/// <summary>A release while it runs, for everybody who is at it: what is mine, what went wrong, and until when one can go back.</summary>
[Sluice.Web.Hosting.Compressed]
public sealed class RunModel(
    ShowRelease show, ShowRun showRun, ListComments comments, ShowHistory history, Actor actor) : PageModel
{
    private const int EventsShown = 8;

    /// <summary>After a failure: what was chosen.</summary>
    /// <param name="Choice"><c>retry</c>, <c>item</c> or <c>everything</c>.</param>
    public sealed record ChoiceForm(string? Key, string? Choice, string? Reason);

    public ShowRelease.Response Release { get; private set; } = null!;

    public ShowRun.Response Run { get; private set; } = null!;

    public IReadOnlyList<RecordPast.Line> Events { get; private set; } = [];

    [TempData]
    public string? Done { get; set; }

    public Refusal? Refused { get; private set; }

    public string? RefusedForm { get; private set; }

    /// <summary>What has happened while the form whose act was refused was open.</summary>
    public Since? SinceShown { get; private set; }

    /// <summary>What was typed into a form that is not offered any more.</summary>
    public IReadOnlyList<(string What, string Text)> Lost => RefusedForm is { } form && !IsOffered(form) ? TypedTexts.Of(Request) : [];

    /// <summary>The page loads itself anew now and then; for who asked for that and has no script.</summary>
    public bool Reloads => Request.Query["reload"] == "on";

    public ReleaseStanding Standing => ReleaseStanding.Of(Release);

    public bool IsRunning => Release.Status is ReleaseStatus.Executing or ReleaseStatus.Suspended or ReleaseStatus.Validating
        or ReleaseStatus.BackingOut;

    public bool HasStarted => Release.StartedAt is not null;

    /// <summary>Open ones that the viewer may do, if not now then in their turn.</summary>
    public IReadOnlyList<ShowRelease.StepShown> Mine { get; private set; } = [];

    /// <summary>Failed, and nobody has said yet what is to become of them.</summary>
    public IReadOnlyList<ShowRelease.StepShown> Failed => !IsRunning
        ? []
        : [.. Release.Steps.Where(step => step.Status is StepStatus.Failed && (step.Phase is StepPhase.BackOut
            ? step.AllowedActions.Count + step.RefusedActions.Count > 0
            : Release.Status is ReleaseStatus.Executing && ItemOf(step) is not { BackingOut: true }))];

    public IReadOnlyList<ShowRelease.StepShown> Forward => [.. Release.Steps.Where(step => step.Phase is not StepPhase.BackOut)];

    public bool IsChooser => Release.AllowedActions.Contains("back-out");

    public int Count(params StepStatus[] statuses) => Forward.Count(step => statuses.Contains(step.Status));

    public ShowRelease.ItemShown? ItemOf(ShowRelease.StepShown step) => Release.Items.SingleOrDefault(item => item.Change == step.Change);

    /// <summary>What is past of it; all of it while it is only a forecast, which is outlined anyway.</summary>
    public DateTimeOffset SolidUntil(ShowRelease.StepShown step, ShowRun.StepTimes times) => step.Status switch
    {
        StepStatus.InProgress => Run.At,
        StepStatus.Failed => step.EndedAt ?? Run.At,
        _ => times.Until,
    };

    public string You => actor.Account.Name;

    public TypedForm Form(string id) => RefusedForm == id
        ? new(id, name => Request.Form[name].FirstOrDefault(), Refused)
        : new(id, _ => null, null);

    public async Task<IActionResult> OnGet([FromRoute] string reference, CancellationToken ct) =>
        await Load(reference, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostStep(
        [FromRoute] string reference, [FromForm] StepForm form, [FromServices] ActOnStep act, CancellationToken ct)
    {
        var id = "step-" + form.Key;
        if (form.Done is not { } word)
            return await Refuse(reference, id, StepForm.ActMissing, ct);
        return await Moved(
            reference, id, word, await act.Handle(reference, form.Key ?? "", form.Act!, form.ToRequest(), ct), ct);
    }

    public async Task<IActionResult> OnPostChoose(
        [FromRoute] string reference, [FromForm] ChoiceForm form, [FromServices] ActOnStep act,
        [FromServices] BackOutRelease backOut, CancellationToken ct)
    {
        var id = "choice-" + form.Key;
        if (!await Load(reference, ct))
            return NotFound();
        var change = Release.Steps.SingleOrDefault(step => step.Key == form.Key)?.Change;
        return form.Choice switch
        {
            "retry" => await Moved(
                reference, id, Sentence.Of(ReleaseWords.StepIsInProgressAgain, form.Key),
                await act.Handle(reference, form.Key ?? "", "start", new(form.Reason, []), ct), ct),
            "item" when change is not null => await Moved(
                reference, id, Sentence.Of(ReleaseWords.IsToBeBackedOut, change), await backOut.Handle(reference, new(form.Reason, change), ct), ct),
            "everything" => await Moved(
                reference, id, ReleaseWords.EverythingIsToBeBackedOut, await backOut.Handle(reference, new(form.Reason), ct), ct),
            _ => await Refuse(reference, id, Reason.Invalid("choice.missing", ReleaseWords.SayWhatIsToBeDone, "/choice"), ct),
        };
    }

    private bool IsOffered(string form) => form.StartsWith("choice-", StringComparison.Ordinal)
        ? Failed.Any(step => "choice-" + step.Key == form)
        : Mine.Any(step => "step-" + step.Key == form && step.AllowedActions.Count > 0);

    private async Task<bool> Load(string reference, CancellationToken ct)
    {
        var shown = await show.Handle(reference, ct);
        if (shown.Refusal is not null)
            return false;
        Release = shown.Value;
        Mine = Release.EndedAt is not null ? [] : [.. Release.Steps.Where(step => step.Yours && step.Status is StepStatus.Pending or StepStatus.InProgress)];
        Run = (await showRun.Handle(reference, ct)).Value;
        var past = await RecordPast.Read(comments, history, ReleasesModule.Kind, Release.Ref, null, ReleaseHistory.Of, ct);
        Events = [.. past.Value.History.Take(EventsShown)];
        return true;
    }

    private async Task<IActionResult> Moved(
        string reference, string form, string done, Outcome<ShowRelease.Response> outcome, CancellationToken ct)
    {
        if (outcome.Refusal is { } refusal)
            return await Refuse(reference, form, refusal, ct);
        Done = $"{done}. {ReleaseStanding.Of(outcome.Value).Headline}.";
        return RedirectToPage("Run", new { reference });
    }

    private async Task<IActionResult> Refuse(string reference, string form, Refusal refusal, CancellationToken ct)
    {
        (Refused, RefusedForm) = (refusal, form);
        if (!await Load(reference, ct))
            return NotFound();
        SinceShown = await Since.Read(Request, history, ReleasesModule.Kind, reference, ReleaseHistory.Of, ct);
        Response.StatusCode = refusal.Status();
        return Page();
    }
}
