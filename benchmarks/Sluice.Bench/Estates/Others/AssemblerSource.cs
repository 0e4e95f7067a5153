using Sluice.Bench.Estates.Writing;

namespace Sluice.Bench.Estates.Others;

/// <summary>An assembler program with the usual linkage, as small services have.</summary>
internal sealed class AssemblerSource(Deck deck, Dice dice, Catalogue catalogue, int number)
{
    private readonly string name = Catalogue.Name(SourceKind.Assembler, number);

    public void Write(int lines)
    {
        deck.Add($"""
            * {name}: {Catalogue.ApplicationOf(number).Name}
            {name} CSECT
            {name} AMODE 31
            {name} RMODE ANY
                     USING {name},12
                     STM   14,12,12(13)
                     LR    12,15
                     ST    13,SAVEAREA+4
                     LA    13,SAVEAREA
            """);
        for (var label = 0; deck.Lines < lines; label++)
            Some(label);
        deck.Add($"""
                     L     13,4(13)
                     LM    14,12,12(13)
                     SR    15,15
                     BR    14
            SAVEAREA DS    18F
            WORK     DS    CL80
            COUNT    DC    PL4'0'
                     LTORG
                     END   {name}
            """);
    }

    private void Some(int label)
    {
        switch (dice.Below(10))
        {
            case < 5:
                deck.Add($"""
                    L{label:D5}   MVC   WORK(8),=CL8'{dice.Of(Terms.Nouns)}'
                             AP    COUNT,=P'1'
                             CLI   WORK,C'{(char)('A' + dice.Below(26))}'
                             BNE   L{label:D5}+6
                    """);
                break;
            case < 7: deck.Add($"* {dice.Of(Terms.Remarks)}"); break;
            case < 9:
                deck.Add($"         CALL  {catalogue.AnySubroutine(dice, number)},(WORK,COUNT)");
                break;
            default: deck.Add($"         WTO   '{name} {dice.Of(Terms.Nouns)}',ROUTCDE=11"); break;
        }
    }
}
