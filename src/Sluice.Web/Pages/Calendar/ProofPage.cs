using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sluice.Kernel.History;

namespace Sluice.Web.Pages.Calendar;

/// <summary>The whole history of a window or a freeze as a file, to be verified without this server.</summary>
public abstract class ProofPage(RecordKind kind, ShowProof show) : PageModel
{
    public async Task<IActionResult> OnGet([FromRoute] string key, CancellationToken ct)
    {
        var proof = await show.Handle(kind, key, ct);
        return proof.Refusal is null
            ? File(Encoding.UTF8.GetBytes(proof.Value), "application/json", $"{key}-proof.json")
            : NotFound();
    }
}
