using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Commands;

/// <summary>Whether a name in a source is the name that will be used, or stands for one that is only known later.</summary>
internal static class SettledName
{
    private const string Generic = "A generic name, which stands for every name that it fits.";
    private const string Nothing = "The name is missing.";

    /// <returns>Why it is not settled; null of a name that is.</returns>
    public static string? Why(ReadOnlySpan<char> name) => name.IsEmpty ? Nothing : SymbolicName.Why(name);

    /// <summary>The same where <c>*</c>, <c>+</c> and <c>%</c> stand for any characters.</summary>
    public static string? WhyGeneric(ReadOnlySpan<char> name) => Why(name) ?? (name.ContainsAny('*', '+', '%') ? Generic : null);

    public static string Upper(this ReadOnlySpan<char> name)
    {
        var trimmed = name.Trim();
        return string.Create(trimmed.Length, trimmed, static (upper, text) => text.ToUpperInvariant(upper));
    }
}
