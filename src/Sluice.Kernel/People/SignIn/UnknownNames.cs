using System.Collections.Concurrent;

namespace Sluice.Kernel.People.SignIn;

/// <summary>
/// Throttles guessing at names that nobody has just like guessing at others: that a name is locked must not tell that it exists.
/// </summary>
internal sealed class UnknownNames
{
    // In memory only, and forgotten when there are too many: nothing depends on it but that.
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<string, Throttle> guessed = new();

    /// <returns>False when the name is locked.</returns>
    public bool Guess(string name, DateTimeOffset now)
    {
        if (guessed.GetValueOrDefault(name).IsLocked(now))
            return false;
        if (guessed.Count >= Most)
            guessed.Clear();
        guessed.AddOrUpdate(name, _ => default(Throttle).Failed(now), (_, before) => before.Failed(now));
        return true;
    }
}
