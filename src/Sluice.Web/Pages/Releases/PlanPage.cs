using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Web.Pages.Parts;

namespace Sluice.Web.Pages.Releases;

/// <summary>What the pages that plan and edit have in common: the form, and giving back what was typed.</summary>
/// <param name="viewer">By whose clocks the interval is typed.</param>
public abstract class PlanPage(Viewer viewer) : PageModel
{
    private const string FormId = "plan";

    /// <summary>Shown by the page after the redirect.</summary>
    [TempData]
    public string? Done { get; set; }

    protected Viewer ShownTo => viewer;

    public PlanForm Typed { get; protected set; } = new();

    public Refusal? Refused { get; private set; }

    /// <summary>Windows to choose from.</summary>
    public Offer Windows { get; protected set; } = new([]);

    /// <summary>By whose clocks times are typed: the viewer's, as it was when the form went out.</summary>
    public TimeZoneInfo Clocks => Viewer.ZoneOf(Typed.Clocks) ?? viewer.Zone;

    public TypedForm Form => new(FormId, Typed.Value, Refused);

    /// <summary>What somebody else has saved since the form went out.</summary>
    public IReadOnlyList<Meanwhile> Meanwhile { get; protected set; } = [];

    /// <summary>Where one begins anew from what it says now.</summary>
    public string Again => $"{BackTo}/edit";

    public abstract string SubmitWord { get; }

    public abstract string BackTo { get; }

    /// <summary>Its interval may be written here; a committed one is moved by scheduling it anew.</summary>
    public virtual bool HasInterval => true;

    protected PageResult Refuse(Refusal refusal)
    {
        Refused = refusal;
        Response.StatusCode = refusal.Status();
        return Page();
    }
}
