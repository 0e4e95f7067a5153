namespace Sluice.Bench.Estates;

/// <summary>A folder as large as a person would make one.</summary>
internal static class Library
{
    public const int Most = 2_000;

    /// <summary><c>PROD.A01.COBOL</c>: the data set's name as well as the folder's.</summary>
    public static string Of(SourceKind kind, int number) => Numbered(kind, number / Most);

    public static string Numbered(SourceKind kind, int library) => $"PROD.A{library + 1:D2}.{Mix.OfBank[(int)kind].Library}";
}
