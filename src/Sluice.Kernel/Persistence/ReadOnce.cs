namespace Sluice.Kernel.Persistence;

/// <summary>
/// What an act reads of records that it does not alter is read once: the rules that decide and the answer that explains are told
/// the same. Between acts nothing is kept.
/// </summary>
public sealed class ReadOnce
{
    private Dictionary<(Type, string), object>? kept;

    /// <summary>Until it is disposed of; an attempt that starts anew reads anew.</summary>
    internal IDisposable Begin()
    {
        kept = [];
        return new Attempt(this);
    }

    /// <param name="key">All that the reading depends on besides its reader.</param>
    public async Task<T> Of<TReader, T>(TReader reader, string key, Func<Task<T>> read) where T : class
    {
        if (kept is null)
            return await read();
        if (kept.GetValueOrDefault((typeof(TReader), key)) is T known)
            return known;
        var found = await read();
        kept?.TryAdd((typeof(TReader), key), found);
        return found;
    }

    private sealed class Attempt(ReadOnce once) : IDisposable
    {
        public void Dispose() => once.kept = null;
    }
}
