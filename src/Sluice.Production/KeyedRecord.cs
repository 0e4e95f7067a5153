using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;

namespace Sluice.Production;

/// <summary>A record that people have named themselves; its key stays for good.</summary>
internal abstract class KeyedRecord : Record
{
    public string Key { get; protected init; } = "";
    public override string Ref => Key;
}

internal static class Keys
{
    private const string Pointer = "/key";

    public static Reason Taken { get; } = Reason.Conflict("key.taken", "This key is taken.", Pointer);

    /// <summary>Those that something could be called: PostgreSQL cannot even be asked for a key with U+0000 in it.</summary>
    /// <remarks>No more than a list may hold; a longer one is refused anyway.</remarks>
    public static List<string> Possible(IEnumerable<string?>? keys) =>
        [.. (keys ?? []).OfType<string>().Where(IsPossible).Distinct().Take(Input.MostItems)];

    public static bool IsPossible(string? key) => !Input.Key("", key).Any();

    /// <param name="removed">Pointers of what a patch wants to be gone.</param>
    public static IEnumerable<Reason> Fixed(string? wanted, IReadOnlySet<string> removed, string key)
    {
        if (removed.Contains(Pointer) || (wanted is not null && wanted != key))
            yield return Reason.Invalid("key.fixed", "A key stays for good.", Pointer);
    }
}
