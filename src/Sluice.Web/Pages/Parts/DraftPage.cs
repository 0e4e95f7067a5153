using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;

namespace Sluice.Web.Pages.Parts;

/// <summary>What pages that add and edit have in common: the form, and giving back what was typed.</summary>
/// <param name="form">Its id.</param>
public abstract class DraftPage(string form) : PageModel
{
    private const long NeverSeen = 0;

    /// <summary>Shown by the page after the redirect.</summary>
    [TempData]
    public string? Done { get; set; }

    public Refusal? Refused { get; private set; }

    public TypedForm Form => new(form, ValueOf, Refused);

    public abstract string SubmitWord { get; }

    public abstract string BackTo { get; }

    /// <summary>A key stays for good: an edit does not ask for it.</summary>
    public virtual bool IsNew => true;

    public IReadOnlyList<Meanwhile> Meanwhile { get; protected set; } = [];

    protected abstract string? ValueOf(string name);

    /// <summary>Whoever else saved meanwhile is not overwritten.</summary>
    protected IfMatch Seen(IVersioned record) => IfMatch.Seen(Meanwhile.Count > 0 ? NeverSeen : record.Version);

    protected PageResult Refuse(Refusal refusal)
    {
        Refused = refusal;
        Response.StatusCode = refusal.Status();
        return Page();
    }
}
