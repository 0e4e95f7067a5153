using Microsoft.AspNetCore.Mvc.RazorPages;
using Sluice.Changes;
using Sluice.Handover;
using Sluice.Kernel.Http;
using Sluice.Releases.Execution;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages;

/// <summary>Everything that waits for the viewer, by what is asked of them.</summary>
public sealed class WorkModel(ListWaiting listWaiting, ListMySteps listMySteps) : PageModel
{
    private IReadOnlyList<ListWaiting.Item> waiting = [];

    public IReadOnlyList<ListMySteps.Item> Steps { get; private set; } = [];

    /// <summary>Their turn is still to come.</summary>
    public IReadOnlyList<ListMySteps.Item> Later { get; private set; } = [];

    /// <summary>Nothing else waits.</summary>
    public bool IsWhole { get; private set; } = true;

    public bool IsEmpty => waiting.Count + Steps.Count + Later.Count == 0;

    /// <summary>Only those that hold something.</summary>
    public IEnumerable<(string Heading, string Id, IReadOnlyList<ListWaiting.Item> Items)> Parts => new[]
    {
        (AppWords.Questions, "questions", Of(IsQuestion)),
        (AppWords.DecisionsAskedOfYou, "decisions", Of(item => item.Action is "approve")),
        (AppWords.AssessmentsAskedOfYou, "assessments", Of(item => item.Action is "assessment")),
        (AppWords.ReviewsDue, "reviews", Of(item => item.Action is "review")),
        (AppWords.DraftsAndRevisions, "drafts", Of(item => item.Action is "submit" or "revise" && !IsQuestion(item))),
    }.Where(part => part.Item3.Count > 0);

    public async Task OnGet(CancellationToken ct)
    {
        (waiting, IsWhole) = await listWaiting.First(Paging.LargestLimit, ct);
        var steps = await listMySteps.Handle(ct);
        (Steps, Later) = ([.. steps.Where(step => step.IsNow)], [.. steps.Where(step => !step.IsNow)]);
    }

    public static string WordOf(ListWaiting.Item item) =>
        IsQuestion(item) ? Sentence.Of(AppWords.AnswerOn, item.Ref) : ActWords.Waiting(item.Action, item.Ref);

    /// <summary>One thing that waits, a step or a change, as a row of the file.</summary>
    public sealed record Row(
        string Asked, string Record, string Title, string? Gate, string? Channel, string? Step, string? State, int? Minutes,
        DateTimeOffset? Since);

    internal static IReadOnlyList<Row> RowsOf(IEnumerable<ListWaiting.Item> waiting, IEnumerable<ListMySteps.Item> steps) =>
    [
        .. waiting.Select(item => new Row(
            WordOf(item), item.Ref, item.Title, Wire.Words(item.Status), Wire.Words(item.DeliveryStatus), null, null, null, item.Since)),
        .. steps.Select(step => new Row(
            Sentence.Of(AppWords.DoStep, step.Key), step.Release, step.ReleaseTitle, null, null, step.Title, Wire.Words(step.Status), step.Minutes,
            step.StartedAt)),
    ];

    private IReadOnlyList<ListWaiting.Item> Of(Func<ListWaiting.Item, bool> isSo) => [.. waiting.Where(isSo)];

    private static bool IsQuestion(ListWaiting.Item item) => item.Status is ChangeStatus.InformationRequested;
}
