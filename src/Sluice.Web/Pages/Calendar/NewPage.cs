using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Web.Pages.Parts;

namespace Sluice.Web.Pages.Calendar;

/// <summary>What the pages that make a window and a freeze have in common.</summary>
public abstract class NewPage : PageModel
{
    /// <summary>Shown by the page after the redirect.</summary>
    [TempData]
    public string? Done { get; set; }

    public Refusal? Refused { get; private set; }

    /// <summary>Systems to choose from.</summary>
    public Offer Systems { get; protected set; } = new([]);

    public abstract TypedForm Form { get; }

    /// <summary>Keys of the systems that were ticked.</summary>
    public abstract IReadOnlyCollection<string> Ticked { get; }

    /// <summary>What keeps the viewer from it, whatever they would write; empty: nothing.</summary>
    public abstract IReadOnlyList<Reason> Against { get; }

    protected PageResult Refuse(Refusal refusal)
    {
        Refused = refusal;
        Response.StatusCode = refusal.Status();
        return Page();
    }
}
