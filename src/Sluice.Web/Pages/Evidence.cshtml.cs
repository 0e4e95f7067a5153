using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sluice.Changes.Evidence;

namespace Sluice.Web.Pages;

/// <summary>A file of evidence for people, who have a cookie and no token.</summary>
public sealed class EvidenceModel(FetchEvidence fetch) : PageModel
{
    public async Task<IActionResult> OnGet([FromRoute] string sha256, CancellationToken ct)
    {
        var file = await fetch.Handle(sha256, HttpContext, ct);
        if (file is ProblemHttpResult problem)
            return StatusCode(problem.StatusCode);
        await file.ExecuteAsync(HttpContext);
        return new EmptyResult();
    }
}
