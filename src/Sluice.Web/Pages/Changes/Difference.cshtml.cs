using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sluice.Changes;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Web.Pages.Parts;

namespace Sluice.Web.Pages.Changes;

/// <summary>What one revision says that another does not.</summary>
public sealed class DifferenceModel(ShowChange show, ShowDifference difference) : PageModel
{
    public ShowChange.Response Change { get; private set; } = null!;

    /// <summary>Null when there is nothing to compare with, or it was refused.</summary>
    public ShowDifference.Response? Difference { get; private set; }

    public Refusal? Refused { get; private set; }

    public int From { get; private set; }

    public int To { get; private set; }

    public async Task<IActionResult> OnGet([FromRoute] string reference, int? from, int? to, CancellationToken ct)
    {
        var shown = await show.Handle(reference, ct);
        if (shown.Refusal is not null)
            return NotFound();
        Change = shown.Value;
        (From, To) = (from ?? Math.Max(1, Change.Revision - 1), to ?? Change.Revision);
        var outcome = await difference.Handle(reference, new() { From = From, To = To }, ct);
        Refused = outcome.Refusal;
        if (Refused is null)
            Difference = outcome.Value;
        else
            Response.StatusCode = Refused.Status();
        return Page();
    }

    public TypedForm Form => new(
        "difference", name => (name is "from" ? From : To).ToString(System.Globalization.CultureInfo.InvariantCulture), Refused);

    public IReadOnlyList<Choice> Revisions => [.. Enumerable.Range(1, Change.Revision).Select(revision =>
        revision.ToString(System.Globalization.CultureInfo.InvariantCulture)).Select(name => new Choice(name, name))];
}
