using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sluice.Changes;
using Sluice.Kernel.History;

namespace Sluice.Web.Pages.Changes;

/// <summary>The whole history of a change as a file, to be verified without this server.</summary>
public sealed class ProofModel(ShowProof show) : PageModel
{
    public async Task<IActionResult> OnGet([FromRoute] string reference, CancellationToken ct)
    {
        var proof = await show.Handle(ChangesModule.Kind, reference, ct);
        return proof.Refusal is null
            ? File(Encoding.UTF8.GetBytes(proof.Value), "application/json", $"{reference}-proof.json")
            : NotFound();
    }
}
