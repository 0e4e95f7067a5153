using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Sluice.Kernel.Outcomes;

namespace Sluice.Kernel.People.Views;

/// <summary>A list that people look at in ways of their own; its module says what it can be asked for.</summary>
/// <param name="Name">What its address is called: <c>audit</c> for <c>/audit</c>.</param>
/// <param name="Asking">The names of its filters, and of its sort.</param>
public sealed record ViewedList(string Name, params IReadOnlyList<string> Asking)
{
    private const int LongestQuery = 2_000;

    /// <summary>The same question in one spelling, whatever order it was asked in: nothing empty, nothing of a place in the list.</summary>
    public string Normal(IEnumerable<KeyValuePair<string, string?>> query) => QueryString.Create(query
        .Where(asked => Asking.Contains(asked.Key) && !string.IsNullOrWhiteSpace(asked.Value))
        .OrderBy(asked => asked.Key, StringComparer.Ordinal).ThenBy(asked => asked.Value, StringComparer.Ordinal)
        .Distinct()).ToString();

    /// <inheritdoc cref="Normal(IEnumerable{KeyValuePair{string, string?}})"/>
    public string Normal(string query) => Normal(Read(query));

    internal IEnumerable<Reason> Against(string query)
    {
        if (query.Length > LongestQuery)
            return [Reason.Invalid("text.too-long", $"At most {LongestQuery} characters.", "/query")];
        var asked = Read(query).ToList();
        return
        [
            .. Input.Text("/query", query, LongestQuery),
            .. asked.SelectMany(one => Input.Text("/query", one.Value, LongestQuery)),
            .. asked.Where(one => !Asking.Contains(one.Key)).Select(_ => Reason.Invalid(
                "query.unknown", $"This list is asked for {string.Join(", ", Asking)} and nothing else.", "/query")).Take(1),
        ];
    }

    private static IEnumerable<KeyValuePair<string, string?>> Read(string query) => QueryHelpers.ParseQuery(query)
        .SelectMany(asked => asked.Value.Select(value => new KeyValuePair<string, string?>(asked.Key, value)));
}
