using System.Globalization;

namespace Sluice.Bench.Floor;

/// <summary>What is different in each copy of a row.</summary>
/// <param name="Number">Of the change and the release alike.</param>
/// <param name="Fresh">Never the same twice.</param>
/// <param name="KeyHash">Of the request's Idempotency-Key.</param>
internal readonly record struct Filling(int Number, long Fresh = 0, string KeyHash = "", string Title = "");

/// <summary>A column's text with holes in it, which are characters that no text of Sluice's has.</summary>
internal sealed class HoledText
{
    public const char Number = '\uE000';
    public const char Id = '\uE001';
    public const char FreshId = '\uE002';
    public const char KeyHash = '\uE003';
    public const char Title = '\uE004';
    public const char TitleFolded = '\uE005';
    public const char Sha256 = '\uE006';

    private readonly string[] pieces;
    private readonly char[] holes;

    public HoledText(string text)
    {
        holes = [.. text.Where(IsHole)];
        pieces = text.Split([Number, Id, FreshId, KeyHash, Title, TitleFolded, Sha256]);
    }

    public string Fill(in Filling filling)
    {
        if (holes.Length == 0)
            return pieces[0];
        var parts = new string[pieces.Length + holes.Length];
        parts[0] = pieces[0];
        for (var at = 0; at < holes.Length; at++)
            (parts[(2 * at) + 1], parts[(2 * at) + 2]) = (Fill(holes[at], filling), pieces[at + 1]);
        return string.Concat(parts);
    }

    private static bool IsHole(char letter) => letter is >= Number and <= Sha256;

    // Ids end in decimal digits: databases that keep ids as text do not agree on capital letters.
    private static string Fill(char hole, in Filling filling) => hole switch
    {
        Number => filling.Number.ToString(CultureInfo.InvariantCulture),
        Id => filling.Number.ToString("D12", CultureInfo.InvariantCulture),
        FreshId => filling.Fresh.ToString("D12", CultureInfo.InvariantCulture),
        KeyHash => filling.KeyHash,
        Title => filling.Title,
        TitleFolded => filling.Title.ToLowerInvariant(),
        _ => filling.Number.ToString("D64", CultureInfo.InvariantCulture),
    };
}
