using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sluice.Kernel.Http;
using Sluice.Releases;

namespace Sluice.Web.Pages;

/// <summary>Which releases run now; straight to the board when it is one.</summary>
public sealed class RunsModel(ListReleases list) : PageModel
{
    private static readonly string[] RunningNow =
        [.. new[] { ReleaseStatus.Executing, ReleaseStatus.Suspended, ReleaseStatus.BackingOut, ReleaseStatus.Validating }.Select(Wire.Name)];

    public IReadOnlyList<ListReleases.Item> Running { get; private set; } = [];

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        Running = (await list.Handle(new() { Status = RunningNow, Limit = Paging.LargestLimit }, ct)).Value.Items;
        return Running is [var one] ? RedirectToPage("/Releases/Run", new { reference = one.Ref }) : Page();
    }
}
