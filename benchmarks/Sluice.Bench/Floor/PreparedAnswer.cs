using System.Text;
using System.Text.RegularExpressions;

namespace Sluice.Bench.Floor;

/// <summary>An answer whose texts have been taken apart.</summary>
internal sealed partial class PreparedAnswer(Answer answer)
{
    public IReadOnlyList<Statement> Reads => answer.Reads;

    public IReadOnlyList<(string Sql, HoledText?[] Values)> Writes { get; } =
        [.. answer.Writes.Select(write => (write.Sql, write.Values.Select(value => value is null ? null : new HoledText(value)).ToArray()))];

    /// <summary>Null when the rows are the answer.</summary>
    public byte[]? Body { get; } = answer.Body is { } length ? Encoding.ASCII.GetBytes(new string('x', length)) : null;

    public static string KeyOf(string method, string target) =>
        method == "GET" ? $"GET {target}" : $"{method} {Reference().Replace(target, "-#")}";

    /// <summary>Which subject a request is about; null when it makes one.</summary>
    public static int? NumberIn(string target) => Reference().Match(target) is { Success: true } found
        ? int.Parse(found.ValueSpan[1..], System.Globalization.CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"-\d+")]
    private static partial Regex Reference();
}
