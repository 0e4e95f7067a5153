using System.Globalization;
using Sluice.Kernel;

namespace Sluice.Releases;

public readonly record struct ReleaseId(Guid Value) : ITypedId<ReleaseId>
{
    public static ReleaseId From(Guid value) => new(value);
}

/// <summary><c>REL-27</c> outside, 27 in the database, where it must sort as a number.</summary>
internal static class ReleaseRef
{
    public const string Kind = "REL";
    public const int First = 1;
    private const string Prefix = Kind + "-";

    public static string Of(int number) => Prefix + number.ToString(CultureInfo.InvariantCulture);

    public static int? Number(string? reference) =>
        reference?.StartsWith(Prefix, StringComparison.Ordinal) is true
        && int.TryParse(reference.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && Of(number) == reference
            ? number
            : null;
}
