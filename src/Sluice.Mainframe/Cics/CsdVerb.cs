using Sluice.Mainframe.Commands;

namespace Sluice.Mainframe.Cics;

/// <summary>The commands of DFHCSDUP, of which as much has to be written as tells them apart.</summary>
/// <remarks>CICS Transaction Server for z/OS, Resource Definition Guide, "DFHCSDUP commands".</remarks>
internal static class CsdVerb
{
    private static readonly (string Name, int Shortest)[] All =
    [
        ("DEFINE", 3), ("ALTER", 2), ("DELETE", 3), ("ADD", 2), ("REMOVE", 3), ("COPY", 1), ("APPEND", 2), ("USERDEFINE", 3),
        ("LIST", 1), ("EXTRACT", 1), ("INITIALIZE", 3), ("LOCK", 2), ("MIGRATE", 1), ("PROCESS", 2), ("SCAN", 2), ("SERVICE", 2),
        ("UNLOCK", 2), ("UPGRADE", 2), ("VERIFY", 1),
    ];

    /// <returns>In full; null of what is no command.</returns>
    public static string? Of(ReadOnlySpan<char> word)
    {
        foreach (var (name, shortest) in All)
            if (Abbreviation.Is(word, name, shortest))
                return name;
        return null;
    }

    /// <summary>Whether a line begins a command: ADD(YES) and DELETE(NO) are attributes of a file.</summary>
    /// <param name="inside">Of a value that is not closed, where only what is clearly a command counts as one.</param>
    public static bool Begins(ReadOnlySpan<char> line, bool inside)
    {
        var text = line.TrimStart(' ');
        var end = text.IndexOfAny(' ', '(');
        if (end < 0)
            return !inside && text.Equals("UPGRADE", StringComparison.OrdinalIgnoreCase);
        var rest = text[end..].TrimStart(' ');
        // Most lines begin with an attribute, which needs no look at the verbs.
        if (rest is [] or ['(', ..] || Of(text[..end]) is null)
            return false;
        return !inside || (rest.IndexOfAny(' ', '(') is > 0 and var open && rest[open..].TrimStart(' ') is ['(', ..]);
    }
}
