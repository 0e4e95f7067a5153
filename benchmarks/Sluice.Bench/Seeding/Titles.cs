namespace Sluice.Bench.Seeding;

/// <summary>What changes are called: some words are frequent, and each title holds a number of its own.</summary>
internal static class Titles
{
    private static readonly string[] Verbs =
        ["Raise", "Lower", "Replace", "Correct", "Move", "Extend", "Retire", "Renew", "Split", "Archive", "Encrypt", "Repair"];

    private static readonly string[] Things =
    [
        "the transfer limit", "the interest table", "the settlement file", "the account statement", "the night batch", "the copybook",
        "the card portal", "the exchange rates", "the reconciliation job", "the payment queue", "the sign-in page", "the fee schedule",
        "the ledger index", "the backup window", "the postal addresses", "the print spool", "the audit trail",
    ];

    private static readonly string[] Whom =
    [
        "for retail customers", "for corporate customers", "for branch offices", "for the call centre", "for foreign currencies",
        "after the merger", "before the year end", "for the regulator", "for savings accounts", "for standing orders", "for mortgages",
    ];

    public const string SharedWords = "settlement file for branch offices";

    public static string Of(int number) =>
        $"{Verbs[number % Verbs.Length]} {Things[number / 7 % Things.Length]} {Whom[number / 3 % Whom.Length]}, batch {number:D8}";

    /// <summary>Found in that title and no other.</summary>
    public static string WordsOf(int number) => $"batch {number:D8}";
}
