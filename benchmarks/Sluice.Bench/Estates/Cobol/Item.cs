namespace Sluice.Bench.Estates.Cobol;

/// <summary>An elementary data item: what it is called after the prefix of its program or record, and its description.</summary>
internal sealed record Item(string Name, string Clause, bool IsNumeric)
{
    private static readonly (string Suffix, string Clause, bool IsNumeric)[] Forms =
    [
        ("CODE", "PIC X(04).", false), ("NUMBER", "PIC 9(09).", true), ("DATE", "PIC 9(08).", true),
        ("AMOUNT", "PIC S9(13)V99 COMP-3.", true), ("FLAG", "PIC X(01).", false), ("TEXT", "PIC X(40).", false),
        ("COUNT", "PIC S9(09) COMP.", true), ("KEY", "PIC X(16).", false),
    ];

    /// <summary>As many as the largest program has.</summary>
    public static readonly IReadOnlyList<Item> All = [.. Enumerable.Range(0, 4_000).Select(Of)];

    public bool IsFlag => Name.EndsWith("-FLAG", StringComparison.Ordinal) || Name.Contains("-FLAG-", StringComparison.Ordinal);

    // 61 nouns and 8 forms have no common divisor, so that each noun meets each form.
    private static Item Of(int number)
    {
        var (suffix, clause, isNumeric) = Forms[number % Forms.Length];
        var round = number / (Forms.Length * Terms.Nouns.Length);
        return new($"{Terms.Nouns[number % Terms.Nouns.Length]}-{suffix}{(round == 0 ? "" : $"-{round}")}", clause, isNumeric);
    }
}
