using System.Globalization;

namespace Sluice.Changes;

/// <summary><c>CHG-1042</c> outside, 1042 in the database, where it must sort as a number.</summary>
internal static class ChangeRef
{
    public const string Kind = "CHG";
    public const int First = 1001;
    private const string Prefix = Kind + "-";

    public static string Of(int number) => Prefix + number.ToString(CultureInfo.InvariantCulture);

    public static int? Number(string? reference) =>
        reference?.StartsWith(Prefix, StringComparison.Ordinal) is true
        && int.TryParse(reference.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && Of(number) == reference
            ? number
            : null;
}
