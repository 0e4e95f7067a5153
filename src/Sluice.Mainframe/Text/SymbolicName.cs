namespace Sluice.Mainframe.Text;

/// <summary>Names that stand for others until something outside of the member fills them in.</summary>
internal static class SymbolicName
{
    /// <returns>Why the name cannot be told from the source; null of a name that says itself.</returns>
    public static string? Why(ReadOnlySpan<char> name)
    {
        if (name.Contains('&'))
            return "It has a symbol (&) that JCL, a CLIST or the system fills in when it runs.";
        if (name.Contains("%%", StringComparison.Ordinal))
            return "It has a variable (%%) that the scheduler fills in when it submits.";
        if (name.IndexOfAny('<', '>', '{') >= 0 || name.Contains('}'))
            return "It has a placeholder that is to be replaced before use.";
        return null;
    }

    /// <returns><paramref name="reference"/> as it is, or unresolved where its target's name is not its own.</returns>
    public static Reference Judge(Reference reference) => Why(reference.To.Name) is { } why
        ? reference with { Certainty = Certainty.Unresolved, Why = why }
        : reference;
}
