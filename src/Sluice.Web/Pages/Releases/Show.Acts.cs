using System.Collections.Frozen;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Sluice.Kernel.History;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Releases;
using Sluice.Releases.Execution;
using Sluice.Releases.Readiness;
using Sluice.Releases.Validation;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Releases;

/// <summary>The acts. Done: back to the page, which says so. Refused: the page with every reason and with what was typed.</summary>
public sealed partial class ShowModel
{
    // Each with its form. While it runs, nobody who suspends it or backs it out is made to read first.
    private static readonly FrozenDictionary<string, string> Binding = new Dictionary<string, string>
    {
        ["Decide"] = "decision", ["Start"] = "start", ["Schedule"] = "schedule", ["Close"] = "close", ["Cancel"] = "cancel",
    }.ToFrozenDictionary();

    public sealed record ItemForm(string? Change, string? Order, string? DependsOn, long Version);

    /// <param name="Runbook">The digest that stood beside the button.</param>
    public sealed record DecisionForm(string? Decision, string? Comment, string? Runbook);

    public sealed record ValidationForm(string? Change, string? Passed, string? Notes);

    public sealed record CloseForm(string? Outcome, string? Notes);

    /// <summary>What binds is done to what was read: not to what somebody has made of it since.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (reference, ct) = ($"{RouteData.Values["reference"]}", HttpContext.RequestAborted);
        if (context.HandlerMethod is { HttpMethod: "Post", Name: { } act } && Binding.TryGetValue(act, out var form)
            && await ReadSince(reference, ct) is { HasMoved: true })
            context.Result = await Refuse(reference, form, Since.Stale, ct);
        else
            await next();
    }

    public async Task<IActionResult> OnPostAddItem(
        [FromRoute] string reference, [FromForm] ItemForm form, [FromServices] AddItem add, CancellationToken ct)
    {
        // No number is no order at all, and is refused as one out of range would be.
        int? order = form.Order is null ? null : int.TryParse(form.Order, CultureInfo.InvariantCulture, out var typed) ? typed : -1;
        var request = new AddItem.Request(form.Change?.Trim().ToUpperInvariant(), order, TypedNames.Of(form.DependsOn));
        var outcome = await add.Handle(reference, request, ct);
        if (outcome.Refusal is null)
            Undo = Parts.Undo.By(ReleaseWords.TakeItOutAgain, "RemoveItem", ("change", request.Change), ("version", Number(outcome.Value.Version)));
        return await Moved(reference, "item", Sentence.Of(ReleaseWords.IsInIt, request.Change), outcome, ct);
    }

    public async Task<IActionResult> OnPostRemoveItem(
        [FromRoute] string reference, [FromForm] ItemForm form, [FromServices] RemoveItem remove, CancellationToken ct)
    {
        var before = await show.Handle(reference, ct);
        var outcome = await remove.Handle(reference, form.Change ?? "", IfMatch.Seen(form.Version), ct);
        if (outcome.Refusal is null && before.Value.Items.SingleOrDefault(item => item.Change == form.Change) is { } item)
            Undo = Parts.Undo.By(
                ReleaseWords.PutItBack, "AddItem", ("change", item.Change), ("order", Number(item.Order)),
                ("dependsOn", string.Join(' ', item.DependsOn)));
        return await Moved(reference, "remove", Sentence.Of(ReleaseWords.IsLeftOut, form.Change), outcome, ct);
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnPostSchedule(
        [FromRoute] string reference, [FromForm] PlanForm form, [FromServices] ScheduleRelease schedule, CancellationToken ct)
    {
        var interval = form.Interval;
        var outcome = await schedule.Handle(
            reference, new(form.Window, interval.From, interval.Until, form.Zone), interval.Unread, ct);
        return await Moved(reference, "schedule", ReleaseWords.Scheduled, outcome, ct);
    }

    public async Task<IActionResult> OnPostDecide(
        [FromRoute] string reference, [FromForm] DecisionForm form, [FromServices] DecideRelease decide, CancellationToken ct)
    {
        if (Wire.Parse<GoDecision>(form.Decision) is not { } decision)
            return await Refuse(reference, "decision", Reason.Invalid("decision.missing", ReleaseWords.SayGoOrNoGo, "/comment"), ct);
        // What is signed is what was read: a runbook written meanwhile is not gone for unseen.
        if (decision is GoDecision.Go && (await show.Handle(reference, ct)) is { Refusal: null } shown
            && shown.Value.RunbookDigest != form.Runbook)
            return await Refuse(reference, "decision", new Reason(
                ReasonKind.Stale, "version.stale", ReleaseWords.RunbookAlteredSince), ct);
        return await Moved(
            reference, "decision", decision is GoDecision.Go ? ReleaseWords.YouGaveGo : ReleaseWords.YouGaveNoGo,
            await decide.Handle(reference, new(decision, form.Comment), ct), ct);
    }

    public async Task<IActionResult> OnPostStart(
        [FromRoute] string reference, [FromForm] StartRelease.Request request, [FromServices] StartRelease start, CancellationToken ct) =>
        await Moved(reference, "start", ReleaseWords.Started, await start.Handle(reference, request, ct), ct);

    public async Task<IActionResult> OnPostSuspend(
        [FromRoute] string reference, [FromForm] SuspendRelease.Request request, [FromServices] SuspendRelease suspend,
        CancellationToken ct)
    {
        var outcome = await suspend.Handle(reference, request, ct);
        Undo = outcome.Refusal is null ? Parts.Undo.By(ReleaseWords.ResumeIt, "Resume") : null;
        return await Moved(reference, "suspend", ReleaseWords.Suspended, outcome, ct);
    }

    public async Task<IActionResult> OnPostResume(
        [FromRoute] string reference, [FromForm] ResumeRelease.Request request, [FromServices] ResumeRelease resume,
        CancellationToken ct) =>
        await Moved(reference, "resume", ReleaseWords.Resumed, await resume.Handle(reference, request, ct), ct);

    public async Task<IActionResult> OnPostCancel(
        [FromRoute] string reference, [FromForm] CancelRelease.Request request, [FromServices] CancelRelease cancel,
        CancellationToken ct) =>
        await Moved(reference, "cancel", ReleaseWords.Cancelled, await cancel.Handle(reference, request, ct), ct);

    public async Task<IActionResult> OnPostBackOut(
        [FromRoute] string reference, [FromForm] BackOutRelease.Request request, [FromServices] BackOutRelease backOut,
        CancellationToken ct) =>
        await Moved(
            reference, "back-out", request.Change is { } change ? Sentence.Of(ReleaseWords.IsToBeBackedOut, change) : ReleaseWords.EverythingIsToBeBackedOut,
            await backOut.Handle(reference, request, ct), ct);

    public async Task<IActionResult> OnPostStep(
        [FromRoute] string reference, [FromForm] StepForm form, [FromServices] ActOnStep act, CancellationToken ct)
    {
        var id = "step-" + form.Key;
        if (form.Done is not { } word)
            return await Refuse(reference, id, StepForm.ActMissing, ct);
        var outcome = await act.Handle(reference, form.Key ?? "", form.Act!, form.ToRequest(), ct);
        return await Moved(reference, id, word, outcome, ct);
    }

    public async Task<IActionResult> OnPostValidate(
        [FromRoute] string reference, [FromForm] ValidationForm form, [FromServices] ValidateItem validate, CancellationToken ct)
    {
        bool? passed = form.Passed switch { "yes" => true, "no" => false, _ => null };
        return await Moved(
            reference, "validate-" + form.Change, Sentence.Of(passed is true ? ReleaseWords.Passed : ReleaseWords.DidNotPass, form.Change),
            await validate.Handle(reference, new(form.Change, passed, form.Notes), ct), ct);
    }

    public async Task<IActionResult> OnPostClose(
        [FromRoute] string reference, [FromForm] CloseForm form, [FromServices] CloseRelease close, CancellationToken ct) =>
        Wire.Parse<CloseOutcome>(form.Outcome) is { } outcome
            ? await Moved(reference, "close", ReleaseWords.Closed, await close.Handle(reference, new(outcome, form.Notes), ct), ct)
            : await Refuse(reference, "close", Reason.Invalid("outcome.missing", ReleaseWords.SayHowItEnded, "/outcome"), ct);

    public async Task<IActionResult> OnPostComment(
        [FromRoute] string reference, [FromForm] string? text, [FromServices] AddComment comment, CancellationToken ct)
    {
        var outcome = await comment.Handle(ReleasesModule.Kind, reference, new(text!), ct);
        return outcome.Refusal is { } refusal
            ? await Refuse(reference, "comment", refusal, ct)
            : Back(reference, ReleaseWords.CommentIsInTheHistory);
    }

    private async Task<IActionResult> Moved(
        string reference, string form, string done, Outcome<ShowRelease.Response> outcome, CancellationToken ct) =>
        outcome.Refusal is { } refusal
            ? await Refuse(reference, form, refusal, ct)
            : Back(reference, $"{done}. {ReleaseStanding.Of(outcome.Value).Headline}. {ReleaseStanding.Of(outcome.Value).Next}");

    private RedirectToPageResult Back(string reference, string done)
    {
        Done = done;
        return RedirectToPage("Show", null, new { reference });
    }

    private Task<Since?> ReadSince(string reference, CancellationToken ct) =>
        Since.Read(Request, history, ReleasesModule.Kind, reference, ReleaseHistory.Of, ct);

    private bool IsOffered(string form) => form switch
    {
        "decision" => May("go") || May("no-go"),
        "item" => May("items"),
        "remove" => May("order"),
        "comment" => May("comments"),
        _ when form.StartsWith("step-", StringComparison.Ordinal) => Release.Steps.Any(
            step => "step-" + step.Key == form && step.AllowedActions.Count > 0),
        _ when form.StartsWith("validate-", StringComparison.Ordinal) => Release.Items.Any(
            item => "validate-" + item.Change == form && item.AllowedActions.Contains("validate")),
        _ => May(form),
    };

    private async Task<IActionResult> Refuse(string reference, string form, Refusal refusal, CancellationToken ct)
    {
        (Refused, RefusedForm) = (refusal, form);
        if (await Load(reference, after: null, ct) is not null)
            return NotFound();
        SinceShown = await ReadSince(reference, ct);
        Response.StatusCode = refusal.Status();
        return Page();
    }
}
