using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sluice.Changes;
using Sluice.Handover;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Web.Pages.Parts;

namespace Sluice.Web.Pages.Changes;

/// <summary>What the pages that draft and edit have in common: the form, and giving back what was typed.</summary>
/// <param name="viewer">By whose clocks the window is typed.</param>
public abstract class ContentPage(Viewer viewer) : PageModel
{
    private const string FormId = "content";

    public static IReadOnlyList<Choice> Kinds { get; } =
    [
        new(Wire.Name(ChangeKind.Normal), "Normal", "Assessed and approved before it runs."),
        new(Wire.Name(ChangeKind.Emergency), "Emergency", "The same approvals, asked for at once."),
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

    public TypedForm Form => new(FormId, Typed.Value, Refused);

    public abstract string SubmitWord { get; }

    public abstract string BackTo { get; }

    protected PageResult Refuse(Refusal refusal)
    {
        Refused = refusal;
        Response.StatusCode = refusal.Status();
        return Page();
    }
}
