using System.Globalization;

namespace Sluice.Web.Pages.Parts;

/// <summary>Moments in <c>datetime-local</c> fields, which have no zone: the form says that they are UTC.</summary>
public static class Utc
{
    private const string Minutes = "yyyy-MM-dd'T'HH:mm";
    private const string Seconds = "yyyy-MM-dd'T'HH:mm:ss";

    public static string Write(DateTimeOffset moment) => moment.UtcDateTime.ToString(
        moment.UtcDateTime.Second == 0 ? Minutes : Seconds, CultureInfo.InvariantCulture);

    /// <returns><see langword="null"/> for what is no moment; the rules then say that there is none.</returns>
    public static DateTimeOffset? Read(string? typed) => DateTimeOffset.TryParseExact(
        typed, [Minutes, Seconds], CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
        ? moment
        : null;
}
