using System.Globalization;

namespace Sluice.Web.Pages.Parts;

/// <summary>How full something is, in words and as the length of a bar.</summary>
/// <param name="Width">In per cent; <see langword="null"/> where there is no limit.</param>
public sealed record Capacity(string Words, string? Width, bool IsFull)
{
    public static Capacity Of(int used, int? most) => most is { } limit
        ? new(
            string.Create(CultureInfo.InvariantCulture, $"{used} of {limit}{(used >= limit ? ", full" : "")}"),
            string.Create(CultureInfo.InvariantCulture, $"{(limit == 0 ? 100 : Math.Min(100, 100 * used / limit))}%"), used >= limit)
        : new(string.Create(CultureInfo.InvariantCulture, $"{used}, no limit"), null, false);
}
