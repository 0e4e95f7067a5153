namespace Sluice.Bench.Estates;

/// <summary>The words of banking that data, paragraphs, tables and fields are called after.</summary>
internal static class Terms
{
    public static readonly string[] Nouns =
    [
        "ACCOUNT", "CUSTOMER", "BALANCE", "LIMIT", "BRANCH", "CURRENCY", "PAYMENT", "INTEREST", "CONTRACT", "PRODUCT", "COUNTRY",
        "LEDGER", "BOOKING", "VALUTA", "ADVICE", "CHARGE", "REBATE", "MANDATE", "ORDER", "TRADE", "POSITION", "QUOTE", "RATE",
        "SCHEDULE", "ARREARS", "DUNNING", "COLLAT", "RATING", "SEGMENT", "PARTNER", "ADDRESS", "CONTACT", "DEVICE", "TELLER",
        "CASHBOX", "CHEQUE", "CARD", "PIN", "MERCHANT", "TERMINAL", "CLEARING", "BATCH", "ENTRY", "DETAIL", "HEADER", "TRAILER",
        "CONTROL", "MESSAGE", "ERROR", "AUDIT", "USER", "PERIOD", "QUARTER", "YEAR", "TAX", "COUPON", "BOND", "SHARE", "FUND",
        "DEPOT", "REPORT",
    ];

    public static readonly string[] Deeds =
    [
        "READ", "CHECK", "COMPUTE", "FORMAT", "WRITE", "SELECT", "UPDATE", "CONVERT", "VALIDATE", "PRINT", "BUILD", "RESET",
        "POST",
    ];

    public static readonly string[] Remarks =
    [
        "AMOUNTS ARE IN THE CURRENCY OF THE ACCOUNT", "BOOKED BEFORE CUT-OFF: VALUE DATE IS TODAY",
        "THE LIMIT COUNTS THE UNPOSTED", "NO INTEREST BELOW THE MINIMUM BALANCE", "SEE THE CIRCULAR ON DORMANT ACCOUNTS",
        "ROUNDED AS THE LEDGER ROUNDS", "CLOSED CONTRACTS ARE KEPT FOR TEN YEARS",
        "ONLY THE HEAD OFFICE MAY OVERRIDE THIS", "LEAP YEARS COUNT 366 DAYS HERE",
        "THE COUNTER IS RESET AT THE END OF A PERIOD", "FOREIGN BRANCHES HAVE THEIR OWN CALENDAR",
        "DON'T MOVE: THE LAYOUT IS SHARED",
    ];
}
