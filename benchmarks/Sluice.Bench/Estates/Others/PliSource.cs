using Sluice.Bench.Estates.Writing;

namespace Sluice.Bench.Estates.Others;

/// <summary>A PL/I program, as the older applications have some.</summary>
internal sealed class PliSource(Deck deck, Dice dice, Catalogue catalogue, int number)
{
    private readonly string name = Catalogue.Name(SourceKind.Pli, number);

    public void Write(int lines)
    {
        deck.Add($"""
             /* {name}: {Catalogue.ApplicationOf(number).Name} */
             {name}: PROC(PARM) OPTIONS(MAIN);
               DCL PARM        CHAR(100) VARYING;
               DCL TOTAL       FIXED DEC(15,2) INIT(0);
               DCL KEY         CHAR(16);
               DCL INFILE      FILE RECORD INPUT;
               DCL OUTFILE     FILE RECORD OUTPUT;
            """);
        var called = new string[5];
        for (var at = 0; at < called.Length; at++)
            called[at] = catalogue.AnySubroutine(dice, number);
        foreach (var program in called.Distinct())
            deck.Add($"   DCL {program}    ENTRY OPTIONS(ASM INTER);");
        deck.Add($"""
               %INCLUDE SQLCA;
               OPEN FILE(INFILE), FILE(OUTFILE);
            """);
        for (var at = 0; deck.Lines < lines; at++)
            Some(at, called);
        deck.Add($"""
               CLOSE FILE(INFILE), FILE(OUTFILE);
             END {name};
            """);
    }

    private void Some(int at, string[] called)
    {
        switch (dice.Below(10))
        {
            case < 4:
                deck.Add($"""
                       IF TOTAL > {dice.Below(1_000)} THEN
                         DO;
                           /* {dice.Of(Terms.Remarks)} */
                           TOTAL = TOTAL * {dice.Below(100)} / 100;
                         END;
                    """);
                break;
            case < 6: deck.Add($"   CALL {dice.Of(called)}(KEY, TOTAL);"); break;
            case < 8:
                deck.Add($"""
                       EXEC SQL SELECT SUM(AMOUNT) INTO :TOTAL
                         FROM {catalogue.AnyTable(dice)} WHERE ACCOUNT = :KEY;
                    """);
                break;
            default: deck.Add($"   PUT SKIP LIST('{dice.Of(Terms.Nouns)} {at}', TOTAL);"); break;
        }
    }
}
