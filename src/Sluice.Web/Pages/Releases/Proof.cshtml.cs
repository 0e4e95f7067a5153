using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sluice.Kernel.History;
using Sluice.Releases;

namespace Sluice.Web.Pages.Releases;

/// <summary>The whole history of a release as a file, to be verified without this server.</summary>
public sealed class ProofModel(ShowProof show) : PageModel
{
    public async Task<IActionResult> OnGet([FromRoute] string reference, CancellationToken ct)
    {
        var proof = await show.Handle(ReleasesModule.Kind, reference, ct);
        return proof.Refusal is null
            ? File(Encoding.UTF8.GetBytes(proof.Value), "application/json", $"{reference}-proof.json")
            : NotFound();
    }
}
