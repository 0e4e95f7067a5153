using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sluice.Kernel.Tenancy;

namespace Sluice.Web.Pages.Organisations;

/// <summary>The menu does not know whose menu it is.</summary>
public sealed class IndexModel(ShowOrganisation show) : PageModel
{
    public async Task<IActionResult> OnGet(CancellationToken ct) =>
        RedirectToPage("Show", null, new { key = await show.OwnKey(ct) });
}
