using System.Globalization;

namespace Sluice.Cli.Calls;

/// <summary>Builds paths. What a person typed is always one segment or one value, whatever is in it.</summary>
internal static class Address
{
    public static string Of(params string[] segments) => string.Concat(segments.Select(segment => "/" + Escaped(segment)));

    public static string Query(params IEnumerable<(string Name, string? Value)> parameters) =>
        string.Join('&', parameters.Where(parameter => parameter.Value is not null)
            .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}")) is { Length: > 0 } query
            ? "?" + query
            : "";

    public static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    // "." and ".." survive escaping and would be taken for steps between folders.
    private static string Escaped(string segment) => segment is "" or "." or ".."
        ? throw new MisuseException($"\"{segment}\" is no reference.")
        : Uri.EscapeDataString(segment);
}
