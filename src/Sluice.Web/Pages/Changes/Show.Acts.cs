using System.Collections.Frozen;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Sluice.Changes;
using Sluice.Changes.Approvals;
using Sluice.Changes.Assessment;
using Sluice.Changes.Evidence;
using Sluice.Changes.Reviewing;
using Sluice.Handover;
using Sluice.Kernel.Files;
using Sluice.Kernel.History;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Changes;

/// <summary>The acts. Done: back to the page, which says so. Refused: the page with every reason and with what was typed.</summary>
public sealed partial class ShowModel
{
    public sealed record DecisionForm(string? Decision, int Revision, string? Comment, string? Until, string? Conditions, string? UntilTurn,
        string? Clocks);

    // Each with its form. A hold is for the moment when there is no time to read.
    private static readonly FrozenDictionary<string, string> Binding = new Dictionary<string, string>
    {
        ["Submit"] = "submit", ["Assess"] = "assessment", ["Decide"] = "decision", ["Review"] = "review", ["Cancel"] = "cancel",
    }.ToFrozenDictionary();

    public sealed record ReviewForm(string? Outcome, string? Notes);

    public sealed record EvidenceForm(string? Kind, string? Title, string? Url, string? Sha256, IFormFile? File);

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

    public async Task<IActionResult> OnPostSubmit(
        [FromRoute] string reference, [FromForm] SubmitChange.Request request, [FromServices] SubmitChange submit,
        CancellationToken ct) =>
        await Moved(reference, "submit", ChangeWords.Submitted, await submit.Handle(reference, request, ct), ct);

    public async Task<IActionResult> OnPostAssess(
        [FromRoute] string reference, [FromForm] AssessChange.Request request, [FromServices] AssessChange assess,
        CancellationToken ct) =>
        await Moved(reference, "assessment", ChangeWords.Assessed, await assess.Handle(reference, request, ct), ct);

    public async Task<IActionResult> OnPostDecide(
        [FromRoute] string reference, [FromForm] DecisionForm form, [FromServices] DecideChange decide, CancellationToken ct)
    {
        var until = LocalMoment.Read(form.Until, form.UntilTurn, Viewer.ZoneOf(form.Clocks), "/until");
        IReadOnlyList<Reason> unread = until.Wrong is { } wrong ? [wrong] : [];
        if (Wire.Parse<Ruling>(form.Decision) is not { } ruling)
            return await Refuse(reference, "decision", Refusal.For(
                [Reason.Invalid("decision.missing", ChangeWords.SayWhichWay, "/decision"), .. unread])!, ct);
        var request = new DecideChange.Request(ruling, form.Revision, form.Comment, until.At, form.Conditions);
        var word = ruling switch
        {
            Ruling.Approve => Sentence.Of(ChangeWords.YouApproved, form.Revision),
            Ruling.Reject => ChangeWords.Rejected,
            Ruling.Defer => ChangeWords.Deferred,
            _ => ChangeWords.YouAskedForInformation,
        };
        return await Moved(reference, "decision", word, await decide.Handle(reference, request, unread, ct), ct);
    }

    public async Task<IActionResult> OnPostHold(
        [FromRoute] string reference, [FromForm] HoldChange.Request request, [FromServices] HoldChange hold,
        CancellationToken ct)
    {
        var outcome = await hold.Handle(reference, request, ct);
        Undo = outcome.Refusal is null ? Parts.Undo.At(ChangeWords.TakeItUpAgain, "resume-reason") : null;
        return await Moved(reference, "hold", ChangeWords.PutOnHold, outcome, ct);
    }

    public async Task<IActionResult> OnPostResume(
        [FromRoute] string reference, [FromForm] ResumeChange.Request request, [FromServices] ResumeChange resume,
        CancellationToken ct) =>
        await Moved(reference, "resume", ChangeWords.TakenUpAgain, await resume.Handle(reference, request, ct), ct);

    public async Task<IActionResult> OnPostRevise(
        [FromRoute] string reference, [FromForm] ReviseChange.Request request, [FromServices] ReviseChange revise,
        CancellationToken ct) =>
        await Moved(reference, "revise", ChangeWords.ADraftAgain, await revise.Handle(reference, request, ct), ct);

    public async Task<IActionResult> OnPostCancel(
        [FromRoute] string reference, [FromForm] CancelChange.Request request, [FromServices] CancelChange cancel,
        CancellationToken ct) =>
        await Moved(reference, "cancel", ChangeWords.Cancelled, await cancel.Handle(reference, request, ct), ct);

    public async Task<IActionResult> OnPostReview(
        [FromRoute] string reference, [FromForm] ReviewForm form, [FromServices] ReviewChange review, CancellationToken ct)
    {
        var request = new ReviewChange.Request(
            Wire.Parse<CloseCode>(form.Outcome), Wire.Parse<ChangeStatus>(form.Outcome), form.Notes);
        var outcome = await review.Handle(reference, request, ct);
        // The form asks in one field what the API takes in two.
        return outcome.Refusal is { } refusal
            ? await Refuse(reference, "review", Refusal.For(refusal.Reasons.Select(OnOutcome))!, ct)
            : await Moved(reference, "review", ChangeWords.Reviewed, outcome, ct);

        static Reason OnOutcome(Reason reason) => reason.Pointer == "/closeCode" ? reason with { Pointer = "/outcome" } : reason;
    }

    public async Task<IActionResult> OnPostFile(
        [FromRoute] string reference, [FromForm] EvidenceForm form, [FromServices] AttachEvidence attach,
        [FromServices] FileStore files, CancellationToken ct)
    {
        if (await attach.Refuse(reference, ct) is { } against)
            return await Refuse(reference, "file", against, ct);
        if (form.File is not { } file)
            return await Refuse(reference, "file", Reason.Invalid("file.missing", ChangeWords.ChooseAFile, "/file"), ct);

        await using var content = file.OpenReadStream();
        var received = await files.Receive(content, ct);
        if (received.Refusal is { } tooLarge)
            return await Refuse(reference, "file", tooLarge, ct);
        var described = new AttachEvidence.Described(Wire.Parse<EvidenceKind>(form.Kind), form.Title);
        return await Attached(reference, "file", await attach.Handle(reference, described, received.Value, ct), ct);
    }

    public async Task<IActionResult> OnPostLink(
        [FromRoute] string reference, [FromForm] EvidenceForm form, [FromServices] AttachEvidence attach, CancellationToken ct)
    {
        var link = new AttachEvidence.Link(Wire.Parse<EvidenceKind>(form.Kind), form.Title, form.Url, form.Sha256);
        return await Attached(reference, "link", await attach.Handle(reference, link, ct), ct);
    }

    public async Task<IActionResult> OnPostComment(
        [FromRoute] string reference, [FromForm] string? text, [FromServices] AddComment comment, CancellationToken ct)
    {
        var outcome = await comment.Handle(ChangesModule.Kind, reference, new(text!), ct);
        return outcome.Refusal is { } refusal
            ? await Refuse(reference, "comment", refusal, ct)
            : Back(reference, ChangeWords.CommentIsInTheHistory);
    }

    private async Task<IActionResult> Attached(
        string reference, string form, Outcome<EvidenceShown> outcome, CancellationToken ct) =>
        outcome.Refusal is { } refusal
            ? await Refuse(reference, form, refusal, ct)
            : Back(reference, Sentence.Of(ChangeWords.AttachedUnder, outcome.Value.Sha256[..8]));

    private async Task<IActionResult> Moved(
        string reference, string form, string done, Outcome<ShowChange.Response> outcome, CancellationToken ct) =>
        outcome.Refusal is { } refusal
            ? await Refuse(reference, form, refusal, ct)
            : Back(reference, $"{done}. {Standing.Of(outcome.Value).Headline}. {Standing.Of(outcome.Value).Gate}");

    private RedirectToPageResult Back(string reference, string done)
    {
        Done = done;
        return RedirectToPage("Show", null, new { reference });
    }

    private Task<Since?> ReadSince(string reference, CancellationToken ct) =>
        Since.Read(Request, history, ChangesModule.Kind, reference, HistoryLine.Of, ct);

    private bool IsOffered(string form) => form switch
    {
        "decision" => Enum.GetValues<Ruling>().Any(ruling => May(Wire.Name(ruling))),
        "file" or "link" => May("evidence"),
        "comment" => May("comments"),
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
