using System.Text.RegularExpressions;

namespace Sluice.Kernel.Outcomes;

/// <summary>Which time zones can be named.</summary>
public static partial class Zones
{
    /// <summary>
    /// An IANA id as the tz database spells it. What a system takes besides (Windows' names, <c>localtime</c>, its folders
    /// <c>posix</c> and <c>right</c>) means nothing elsewhere.
    /// </summary>
    public static bool IsKnown(string? id) =>
        id is not null && Shape().IsMatch(id)
        && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) && zone.HasIanaId && zone.Id == id;

    public static Reason Unknown(string pointer) =>
        Reason.Invalid("zone.unknown", "Name an IANA time zone, such as Europe/Berlin.", pointer);

    [GeneratedRegex(@"\A(?!localtime\z|posixrules\z|posix/|right/)[A-Za-z0-9_+-]{1,32}(/[A-Za-z0-9_+-]{1,32}){0,2}\z")]
    private static partial Regex Shape();
}
