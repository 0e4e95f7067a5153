namespace Sluice.Bench.Estates;

/// <summary>One of a bank's applications: its members' names begin with its code.</summary>
/// <remarks>
/// There are 37, which is a prime: members are dealt out to applications in turn and to roles in turn, and each gets all of them.
/// </remarks>
internal sealed record Application(string Code, string Name)
{
    public static readonly IReadOnlyList<Application> All =
    [
        new("AC", "CURRENT ACCOUNTS"), new("AD", "ADDRESSES"), new("AM", "ANTI MONEY LAUNDERING"), new("AT", "CASH MACHINES"),
        new("BL", "BILLS"), new("BR", "BRANCHES"), new("CA", "CARDS"), new("CH", "CHEQUES"), new("CL", "CLEARING"),
        new("CM", "COMMISSIONS"), new("CO", "COLLATERAL"), new("CR", "CREDIT RISK"), new("CU", "CUSTOMERS"),
        new("DD", "DIRECT DEBITS"), new("DP", "DEPOSITS"), new("FX", "FOREIGN EXCHANGE"), new("GL", "GENERAL LEDGER"),
        new("GU", "GUARANTEES"), new("IN", "INTEREST"), new("IV", "INVESTMENTS"), new("KY", "IDENTIFICATION"),
        new("LE", "LEASING"), new("LM", "LIMITS"),
        new("LN", "LOANS"), new("MG", "MORTGAGES"), new("MK", "MARKET DATA"), new("PA", "PAYMENTS"), new("PE", "PENSIONS"),
        new("PR", "PRODUCTS"), new("RE", "REPORTING"), new("SA", "SAVINGS"), new("SE", "SECURITIES"),
        new("SO", "STANDING ORDERS"), new("ST", "STATEMENTS"), new("SW", "SWIFT MESSAGES"), new("TX", "TAXES"),
        new("ZZ", "COMMON SERVICES"),
    ];
}
