using System.Globalization;
using Sluice.Kernel.Outcomes;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Parts;

/// <summary>What the address of a list asks for. A form sends its empty fields along; they ask for nothing.</summary>
public sealed class Asked(IQueryCollection query)
{
    public string? One(string name) => query[name].FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));

    public string[]? All(string name) =>
        query[name].OfType<string>().Where(value => value.Length > 0).ToArray() is { Length: > 0 } given ? given : null;

    public DateTimeOffset? Moment(string name) => MomentOf(One(name));

    /// <returns>Null when all that is there can be read.</returns>
    public Refusal? Unreadable(params IEnumerable<string> moments) => Refusal.For(moments
        .Where(name => One(name) is { } typed && MomentOf(typed) is null)
        .Select(name => Reason.Invalid("moment.unreadable", PartWords.SayItAsAMomentInUtc, "/" + name)));

    /// <summary>As a form writes it, or as the link to the next page does.</summary>
    public static DateTimeOffset? MomentOf(string? typed) => Utc.Read(typed) ?? (DateTimeOffset.TryParse(
        typed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
        ? moment : null);
}
