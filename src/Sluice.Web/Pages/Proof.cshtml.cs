using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sluice.Kernel;
using Sluice.Kernel.History;
using Sluice.Production;

namespace Sluice.Web.Pages;

/// <summary>The whole history of a system, a team, a customer or a person as a file, to be verified without this server.</summary>
public sealed class ProofModel(ShowProof show) : PageModel
{
    private static readonly RecordKind[] Kinds =
        [ProductionKinds.Systems, ProductionKinds.Teams, ProductionKinds.Customers, KernelModule.People];

    public async Task<IActionResult> OnGet([FromRoute] string kind, [FromRoute] string key, CancellationToken ct)
    {
        var proof = await show.Handle(Kinds.Single(known => known.Path == "/" + kind), key, ct);
        return proof.Refusal is null
            ? File(Encoding.UTF8.GetBytes(proof.Value), "application/json", $"{key}-proof.json")
            : NotFound();
    }
}
