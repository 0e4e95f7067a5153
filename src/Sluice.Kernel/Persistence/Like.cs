namespace Sluice.Kernel.Persistence;

/// <summary>Patterns for LIKE in which what a person typed means only itself.</summary>
public static class Like
{
    public const string Escape = "\\";

    public static string Containing(string text) => $"%{Escaped(text)}%";

    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal);
}
