using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Releases;
using Sluice.Releases.Runbooks;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Releases;

/// <summary>What the buttons of the editor do: <c>up:7</c> moves row 7; <c>save</c> alone keeps anything.</summary>
public sealed partial class RunbookModel
{
    private const string ByHtmx = "HX-Request";
    private const string NoSuchAct = "runbook.act-missing";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public async Task<IActionResult> OnPost(
        [FromRoute] string reference, [FromForm] string? op, [FromServices] WriteRunbook write, CancellationToken ct)
    {
        if (!await Load(reference, ct))
            return NotFound();
        var now = Began;
        Began = new([.. Parts.Meanwhile.Read<string[][]>(Typed("began"), []).Where(IsRow).Select((cells, place) => new StepRow(place, cells))]);
        BeganIn = Wire.Parse<ReleaseStatus>(Typed("status")) ?? BeganIn;
        Draft = RunbookDraft.Read(Request.Form["row"], name => Request.Form[name], Began);
        if (op is "save")
            return await Save(now, write, ct);
        if (op is "check")
            return await Check(ct);
        if (op is "together")
        {
            Draft = RunbookMeanwhile.Together(Began, now, Draft);
            (Began, BeganIn) = (now, Release.Status);
            Said = ReleaseWords.TheirsIsTakenIn;
            return await Show(ct);
        }
        return await Do(op ?? "") is { } refusal ? await Refuse(refusal, ct) : await Show(ct);

        static bool IsRow(string[]? cells) => cells?.Length == StepRow.Fields.Count && Array.TrueForAll(cells, cell => cell is not null);
    }

    private async Task<IActionResult> Save(RunbookDraft now, WriteRunbook write, CancellationToken ct)
    {
        Meanwhile = RunbookMeanwhile.Between(Began, now, Draft);
        if (Meanwhile.Count > 0 || BeganIn != Release.Status)
            return await Refuse(Stale(), ct);
        if (now.SaysTheSameAs(Draft))
            return Back(ReleaseWords.NothingDifferedNothingSaved);
        var outcome = await write.Handle(Release.Ref, Draft.ToRequest(), IfMatch.Seen(Release.Version), ct);
        return outcome.Refusal is { } refusal
            ? await Refuse(refusal, ct)
            : Back(Sentence.Of(ReleaseWords.RunbookIsWritten, outcome.Value.Steps.Count, ReleaseStanding.Of(outcome.Value).Next));
    }

    private Reason Stale() => new(
        ReasonKind.Stale, "version.stale",
        BeganIn != Release.Status
            ? Sentence.Of(ReleaseWords.ReleaseMovedOn, Wire.Words(BeganIn), Wire.Words(Release.Status))
            : ReleaseWords.SomebodyElseWroteIt);

    private async Task<IActionResult> Check(CancellationToken ct)
    {
        var figures = await check.Handle(Release.Ref, Draft.ToRequest(), ct);
        if ((figures.Refusal ?? Refusal.For(figures.Value.Reasons)) is { } refusal)
            return await Refuse(refusal, ct);
        Said = ReleaseWords.NothingIsWrongWithIt;
        return await Show(ct);
    }

    private IActionResult Back(string done)
    {
        Done = done;
        if (!Request.Headers.ContainsKey(ByHtmx))
            return RedirectToPage("Show", null, new { reference = Release.Ref }, "runbook");
        Response.Headers["HX-Redirect"] = $"/releases/{Release.Ref}#runbook";
        return new EmptyResult();
    }

    private async Task<Refusal?> Do(string op)
    {
        var (act, id) = op.Split(':') is [var name, var row] && int.TryParse(row, CultureInfo.InvariantCulture, out var known)
            ? (name, known) : (op, -1);
        switch (act)
        {
            case "up" or "down":
                Draft = Draft.Move(id, act is "up" ? -1 : 1);
                // With a script the focus stays where it is.
                Focus = Request.Headers.ContainsKey(ByHtmx) ? null : $"{act}-{id}";
                return null;
            case "add":
                (Draft, id) = Draft.InsertAfter(id < 0 ? null : id);
                Focus = $"title-{id}";
                return null;
            case "copy":
                (Draft, id) = Draft.Copy(id);
                Focus = $"key-{id}";
                return null;
            case "remove":
                var place = Draft.PlaceOf(id);
                Draft = Draft.Remove(id);
                Focus = Draft.Rows.Count == 0 || place < 0 ? null : $"remove-{Draft.Rows[Math.Min(place, Draft.Rows.Count - 1)].Id}";
                return null;
            case "by-phase":
                Draft = Draft.ByPhase();
                return null;
            case "skeleton":
                var before = Draft.Rows.Count;
                Draft = Draft.WithSteps(Release.Items, Typed("each").Trim());
                Said = Draft.Rows.Count == before ? ReleaseWords.NoStepWasMissing
                    : Sentence.Count(Draft.Rows.Count - before, ReleaseWords.OneStepIsAdded, ReleaseWords.StepsAreAdded);
                return null;
            case "paste":
                return Take(Typed("pasted"));
            case "upload":
                return await Uploaded() is { } text ? Take(text) : Reason.Invalid(
                    "runbook.file-unreadable", ReleaseWords.ChooseATextFile, RunbookSheet.Pointer);
            case "take-over" or "map":
                return await TakeOver(act is "map");
            default:
                return Reason.Invalid(NoSuchAct, ReleaseWords.SayWhatToDoWithIt);
        }
    }

    private Refusal? Take(string text)
    {
        var sheet = RunbookSheet.Read(text, Draft);
        if (Refusal.For(sheet.Wrong) is { } refusal)
            return refusal;
        Draft = Draft.Take(sheet.Rows, replace: Typed("mode") is "replace");
        Said = Sentence.Count(sheet.Rows.Count, ReleaseWords.OneStepIsRead, ReleaseWords.StepsAreRead);
        HasRead = true;
        return null;
    }

    private async Task<string?> Uploaded()
    {
        if (Request.Form.Files["sheet"] is not { Length: > 0 } file)
            return null;
        using var reader = new StreamReader(file.OpenReadStream(), Strict, detectEncodingFromByteOrderMarks: true);
        try
        {
            return await reader.ReadToEndAsync();
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private async Task<Refusal?> TakeOver(bool isMapped)
    {
        var shown = await show.Handle(Typed("from").Trim().ToUpperInvariant(), default);
        if (shown.Refusal is not null || shown.Value.Steps.Count == 0)
            return Reason.Invalid("runbook.nothing-to-take", ReleaseWords.NothingToTakeOver, "/from");
        var changes = TakenOver.Changes(shown.Value.Steps);
        if (!isMapped && changes.Count > 0)
        {
            ToMap = changes;
            return null;
        }
        var before = Draft.Rows.Count;
        Draft = Draft.With(shown.Value.Steps, change => Typed("onto-" + change));
        Said = Sentence.Count(Draft.Rows.Count - before, ReleaseWords.OneStepIsTakenOver, ReleaseWords.StepsAreTakenOver, shown.Value.Ref);
        return null;
    }
}
