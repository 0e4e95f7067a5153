using System.Text;
using System.Text.RegularExpressions;

namespace Sluice.Kernel.Outcomes;

/// <summary>Checks on what was typed. Slices call them, so that page and API refuse the same with the same words.</summary>
public static partial class Input
{
    public const int LongestTitle = 200;
    public const int LongestName = 200;
    public const int LongestText = 20_000;
    public const int LongestComment = 4_000;
    public const int MostItems = 1_000;

    public static IEnumerable<Reason> Text(string pointer, string? text, int max, bool required = false)
    {
        if (required && string.IsNullOrWhiteSpace(text))
            yield return Reason.Invalid("text.missing", "This cannot be empty.", pointer);
        if (text is null)
            yield break;
        if (text.Length > max)
            yield return Reason.Invalid("text.too-long", $"At most {max} characters.", pointer);
        // PostgreSQL cannot store it; refusing beats altering what a person wrote.
        if (text.Contains('\0', StringComparison.Ordinal))
            yield return Reason.Invalid("text.null-character", "Text cannot contain the character U+0000.", pointer);
        if (!IsWhole(text))
            yield return Reason.Invalid("text.half-character", "Text cannot contain half a surrogate pair.", pointer);
    }

    /// <summary>What a master record is called in addresses: letters, digits, <c>. _ -</c>, beginning with a letter or digit.</summary>
    public static IEnumerable<Reason> Key(string pointer, string? key)
    {
        if (!IsKey(key))
            yield return Reason.Invalid(
                "key.malformed", "A key is 1 to 64 letters, digits, dots, underscores or dashes.", pointer);
    }

    public static bool IsKey(string? key) => key is not null && KeyShape().IsMatch(key);

    public static IEnumerable<Reason> Sha256(string pointer, string? text)
    {
        if (text is not { Length: 64 } || !text.All(char.IsAsciiHexDigitLower))
            yield return Reason.Invalid("sha256.malformed", "A SHA-256 is 64 lower-case hex digits.", pointer);
    }

    /// <summary>A list on the wire may hold null, whatever its type says.</summary>
    public static IEnumerable<Reason> List<T>(
        string pointer, IReadOnlyList<T>? list, Func<string, T, IEnumerable<Reason>> item, int most = MostItems)
        where T : class
    {
        if (list is null)
            return [];
        if (list.Count > most)
            return [Reason.Invalid("list.too-long", $"At most {most} items.", pointer)];
        return list.SelectMany((value, place) => value is null
            ? [Reason.Invalid("item.missing", "This cannot be null.", $"{pointer}/{place}")]
            : item($"{pointer}/{place}", value));
    }

    /// <summary>An interval holds its first moment and not its last, so the two cannot be equal.</summary>
    public static IEnumerable<Reason> Interval(DateTimeOffset? from, DateTimeOffset? until, string pointer = "")
    {
        if (from >= until)
            yield return Reason.Invalid("interval.empty", "It must end after it begins.", pointer + "/until");
    }

    // Text with half a pair in it does not come back from its own bytes.
    private static bool IsWhole(string text)
    {
        for (int at = 0, length; at < text.Length; at += length)
            if (Rune.DecodeFromUtf16(text.AsSpan(at), out _, out length) is not System.Buffers.OperationStatus.Done)
                return false;
        return true;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z")]
    private static partial Regex KeyShape();
}
