namespace Sluice.Bench.Seeding;

/// <summary>Records that wait for one act each, made before anybody measures.</summary>
internal sealed class Subjects(IStore store, Family family)
{
    private List<int> waiting = [];
    private int taken;

    public async Task Prepare(int count)
    {
        var missing = count - (waiting.Count - taken);
        if (missing <= 0)
            return;
        var first = await store.TakeNumbers(missing);
        List<int> added = [.. Enumerable.Range(first, missing)];
        await family.Copy(store, added);
        await store.CountWhatGrew();
        waiting = [.. waiting.Skip(taken), .. added];
        taken = 0;
    }

    /// <summary>From many clients at once; null when all are used up.</summary>
    public int? Take() => Interlocked.Increment(ref taken) is var place && place <= waiting.Count ? waiting[place - 1] : Exhausted();

    private int? Exhausted()
    {
        Interlocked.Decrement(ref taken);
        return null;
    }
}
