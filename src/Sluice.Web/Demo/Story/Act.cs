using Sluice.Kernel.Outcomes;

namespace Sluice.Web.Demo.Story;

/// <summary>One thing that one of the demo's people did.</summary>
/// <param name="By">Account.</param>
/// <param name="Begins">What the story calls the change or release that comes into being by this; null for all other acts.</param>
internal sealed record Act(DateTimeOffset At, string By, Func<Stage, Task> Do, string? Begins = null)
{
    /// <summary>Of what goes on now, and not of what has long been closed.</summary>
    public bool IsOfNow { get; init; }
}

/// <summary>What an act has at hand: slices that act in its person's name, and what the story's records are really called.</summary>
internal sealed class Stage(IServiceProvider scope, IReadOnlyDictionary<string, string> references, CancellationToken stopping)
{
    /// <summary>Of the record that this act has begun.</summary>
    public string? Begun { get; private set; }

    /// <summary>Why it could not be done.</summary>
    public Refusal? Refusal { get; private set; }

    public CancellationToken Stopping { get; } = stopping;

    public T Get<T>() where T : notnull => scope.GetRequiredService<T>();

    /// <summary>What does not exist is refused like any other wrong name.</summary>
    public string Ref(string key) => references.GetValueOrDefault(key, key);

    public async Task Tells<T>(Task<Outcome<T>> act) => Refusal = (await act).Refusal;

    public async Task Begins<T>(Task<Outcome<T>> act, Func<T, string> referenceOf)
    {
        var outcome = await act;
        (Refusal, Begun) = outcome.Refusal is { } refusal ? (refusal, Begun) : (null, referenceOf(outcome.Value));
    }

    /// <returns>Null when there is nothing to be seen.</returns>
    public async Task<T?> Sees<T>(Task<Outcome<T>> asked) where T : class
    {
        var outcome = await asked;
        Refusal = outcome.Refusal;
        return outcome.Refusal is null ? outcome.Value : null;
    }
}
