using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sluice.Kernel.Outcomes;

namespace Sluice.Kernel.Http;

/// <summary>
/// Where a page ended: opaque outside. It carries the sort column's value and the tie-breaker of the last row, and a hash of
/// sort and filters, so that a cursor from one list is refused by another instead of skipping rows in silence.
/// </summary>
/// <param name="List">First bytes of the SHA-256 of sort and filters.</param>
/// <param name="Value">The last row's value in the sort column, as text; null where the column held none.</param>
/// <param name="Tie">The last row's number, which orders rows of equal value.</param>
public sealed record Cursor(string List, string? Value, long Tie)
{
    private const int LongestValue = 1_000;

    public static Reason Unreadable { get; } =
        Reason.Invalid("after.unreadable", "This is not a place in this list; begin at its first page.", "/after");

    /// <summary>The value of a list that is sorted by time; null when it is none.</summary>
    [JsonIgnore]
    public DateTimeOffset? Moment =>
        DateTimeOffset.TryParse(Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    public static string ListOf(params ReadOnlySpan<string?> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(parts.ToArray())).AsSpan(0, 6));

    public override string ToString() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this));

    /// <returns><see langword="null"/> for the first page, or with a reason when it is not a cursor of this list.</returns>
    public static (Cursor? Cursor, Reason? Reason) Read(string? after, string list)
    {
        if (string.IsNullOrEmpty(after))
            return default;
        try
        {
            var cursor = JsonSerializer.Deserialize<Cursor>(Base64Url.DecodeFromChars(after));
            // Anybody can write one: what is in it is input like any other.
            return cursor?.List == list && !Input.Text("/after", cursor.Value, LongestValue).Any()
                ? (cursor, null) : (null, Unreadable);
        }
        catch (Exception e) when (e is JsonException or FormatException or DecoderFallbackException)
        {
            return (null, Unreadable);
        }
    }
}
