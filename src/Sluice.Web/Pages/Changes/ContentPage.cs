using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sluice.Changes;
using Sluice.Handover;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;
using Sluice.Production.Systems;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Changes;

/// <summary>What the pages that draft and edit have in common: the form, and giving back what was typed.</summary>
/// <param name="systems">To choose from.</param>
/// <param name="viewer">By whose clocks the window is typed.</param>
[RequestSizeLimit(SentMembers.LargestTogether + RoomForTexts)]
[RequestFormLimits(MultipartBodyLengthLimit = SentMembers.LargestTogether + RoomForTexts, ValueCountLimit = ManyTooMany)]
public abstract class ContentPage(ListSystems systems, Viewer viewer) : PageModel
{
    private const long RoomForTexts = 4 * 1024 * 1024;

    // So that a folder of too many is told so by the rule, with the number of them.
    private const int ManyTooMany = 5 * SentMembers.Most;

    private const string FormId = "content";

    public static IReadOnlyList<Choice> Kinds =>
    [
        new(Wire.Name(ChangeKind.Normal), ChangeWords.Normal, ChangeWords.AssessedBeforeItRuns),
        new(Wire.Name(ChangeKind.Emergency), ChangeWords.Emergency, ChangeWords.SameApprovalsAtOnce),
    ];

    public static IReadOnlyList<Choice> Impacts { get; } =
        [.. Enum.GetValues<SecurityImpact>().Select(impact => new Choice(Wire.Name(impact), Wire.Words(impact)))];

    public static string ArtefactKinds { get; } = string.Join(' ', Enum.GetValues<ArtefactKind>().Select(Wire.Name));

    /// <summary>Shown by the page after the redirect.</summary>
    [TempData]
    public string? Done { get; set; }

    public ContentForm Typed { get; protected set; } = new(Kind: Wire.Name(ChangeKind.Normal));

    public Refusal? Refused { get; private set; }

    /// <summary>Systems to choose from.</summary>
    public Offer Systems { get; protected set; } = new([]);

    /// <summary>By whose clocks times are typed: the viewer's, as it was when the form went out.</summary>
    public TimeZoneInfo Zone => Viewer.ZoneOf(Typed.Clocks) ?? viewer.Zone;

    public TypedForm Form => new(FormId, name => Typed.Value(name) ?? Sent(name), Refused);

    // Where the members go is no part of what the change says.
    private string? Sent(string name) =>
        name.StartsWith("member", StringComparison.Ordinal) && Request.HasFormContentType ? Request.Form[name].FirstOrDefault() : null;

    public abstract string SubmitWord { get; }

    public abstract string BackTo { get; }

    /// <summary>Members that have just been put into the list of artefacts; null when none were sent.</summary>
    public SentMembers.Added? Added { get; private set; }

    /// <summary>Puts the members that were sent into the list of artefacts, for the writer to look at. Nothing is saved.</summary>
    public async Task<IActionResult> OnPostMembers(
        [FromRoute] string? reference, [FromForm] ContentForm form, [FromForm] List<IFormFile>? members, [FromForm] string? memberLibrary,
        [FromForm] string? memberAuthor, [FromServices] UnitOfWork work, CancellationToken ct)
    {
        if (!await LoadFor(reference, ct))
            return NotFound();
        await Show(form, ct);
        if (work.Withheld is { } withheld)
            return Refuse(withheld);
        var read = await SentMembers.Read(members ?? [], memberLibrary, memberAuthor, ct);
        if (read.Refusal is { } refusal)
            return Refuse(refusal);
        Added = SentMembers.Into(form.Artefacts, read.Value);
        Typed = form with { Artefacts = Added.Artefacts };
        return Page();
    }

    /// <returns>False when there is no such change.</returns>
    protected virtual Task<bool> LoadFor(string? reference, CancellationToken ct) => Task.FromResult(true);

    protected async Task<PageResult> Show(ContentForm form, CancellationToken ct)
    {
        Typed = form;
        Systems = await systems.Offer(form.Systems, ct);
        return Page();
    }

    protected PageResult Refuse(Refusal refusal)
    {
        Refused = refusal;
        Response.StatusCode = refusal.Status();
        return Page();
    }
}
