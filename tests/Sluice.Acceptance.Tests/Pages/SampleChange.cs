using Sluice.Acceptance.Tests.Hosting;
using Sluice.Web.Pages.Parts;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>Changes for pages to show, made by the API: what a page does itself, its test does in the browser.</summary>
internal static class SampleChange
{
    public static readonly string Sha256 = string.Concat(Enumerable.Repeat("ab", 32));

    public static DateTimeOffset From { get; } = TimeProvider.System.GetUtcNow().AddDays(1);

    public static object Body(string title, string reason = "It is needed.", params string[] systems) => new
    {
        title, reason, kind = "normal", systems = systems is [] ? ["payments-api"] : systems,
        artefacts = new[] { new { kind = "copybook", name = "CVACT01Y", location = "PROD.CARD.COPYLIB", sha256 = Sha256 } },
        implementationPlan = "Compile, link, copy.", testPlan = "Read 200 accounts.", backoutPlan = "Restore the copy. 20 min.",
        requestedWindow = new { from = From, until = From.AddHours(6) },
    };

    /// <returns>Its reference.</returns>
    public static async Task<string> Drafted(this RunningSluice sluice, string title, params string[] systems)
    {
        var drafted = await (await sluice.As("requester")).Post("/changes", Body(title, systems: systems));
        return (string)drafted.Is(201)["ref"]!;
    }

    public static async Task<string> Submitted(this RunningSluice sluice, string title, params string[] systems)
    {
        var reference = await sluice.Drafted(title, systems);
        (await (await sluice.As("requester")).Post($"/changes/{reference}/submit")).Is(200);
        return reference;
    }

    public static async Task<string> Assessed(this RunningSluice sluice, string title, params string[] systems)
    {
        var reference = await sluice.Submitted(title, systems);
        var assessment = new { likelihood = 2, impact = 2, reasons = "Small, and practised." };
        (await (await sluice.As("risk-reviewer")).Post($"/changes/{reference}/assessment", assessment)).Is(200);
        return reference;
    }

    public static async Task<string> Approved(this RunningSluice sluice, string title, string? conditions = null)
    {
        var reference = await sluice.Assessed(title);
        foreach (var approver in (string[])["app-owner", "change-manager"])
            (await (await sluice.As(approver)).Post(
                $"/changes/{reference}/decisions", new { decision = "approve", comment = "Fine.", revision = 1, conditions })).Is(200);
        return reference;
    }

    public static string TypedFrom => Utc.Write(From.AddSeconds(-From.Second));

    public static string TypedUntil => Utc.Write(From.AddSeconds(-From.Second).AddHours(6));
}
