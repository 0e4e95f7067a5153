using Sluice.Bench.Estates.Writing;

namespace Sluice.Bench.Estates.Definitions;

/// <summary>A database of IMS with a root segment and others below it.</summary>
internal sealed class DbdSource(Deck deck, Dice dice, int number)
{
    private readonly string name = Catalogue.Name(SourceKind.Dbd, number);

    /// <summary>The first is the root.</summary>
    public static string Segment(int segment) => $"SEG{segment:D4}";

    public void Write(int lines)
    {
        deck.Add($"""
            * {name}: {Catalogue.ApplicationOf(number).Name}
                     DBD   NAME={name},ACCESS=(HIDAM,VSAM)
            DSG001   DATASET DD1=DD{name[2..]},SIZE=(4096)
                     SEGM  NAME={Segment(0)},PARENT=0,BYTES={100 + dice.Below(900)}
                     FIELD NAME=(KEY0000,SEQ,U),START=1,BYTES=16,TYPE=C
            """);
        for (var segment = 1; deck.Lines < lines; segment++)
            deck.Add($"""
                         SEGM  NAME={Segment(segment)},PARENT={Segment(dice.Below(segment))},BYTES={20 + dice.Below(300)}
                         FIELD NAME=(KEY{segment:D4},SEQ,U),START=1,BYTES=8,TYPE=C
                """);
        deck.Add($"""
                     DBDGEN
                     FINISH
                     END
            """);
    }
}
