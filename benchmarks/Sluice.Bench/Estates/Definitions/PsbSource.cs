using Sluice.Bench.Estates.Writing;

namespace Sluice.Bench.Estates.Definitions;

/// <summary>Which databases a program of IMS sees, and what it may do to them.</summary>
internal sealed class PsbSource(Deck deck, Dice dice, Catalogue catalogue, int number)
{
    public void Write(int lines)
    {
        do
        {
            var database = Catalogue.Name(SourceKind.Dbd, catalogue.Any(dice, SourceKind.Dbd));
            deck.Add($"""
                         PCB   TYPE=DB,DBDNAME={database},PROCOPT={dice.Of(["A", "G", "GO", "AP"])},KEYLEN=40
                         SENSEG NAME={DbdSource.Segment(0)},PARENT=0
                         SENSEG NAME={DbdSource.Segment(1)},PARENT={DbdSource.Segment(0)}
                """);
        }
        while (deck.Lines < lines);
        deck.Add($"""
                     PSBGEN LANG=COBOL,PSBNAME={Catalogue.Name(SourceKind.Psb, number)},CMPAT=YES
                     END
            """);
    }
}
