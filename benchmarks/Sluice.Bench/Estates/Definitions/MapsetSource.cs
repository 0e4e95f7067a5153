using Sluice.Bench.Estates.Writing;

namespace Sluice.Bench.Estates.Definitions;

/// <summary>A map set with one map: a title, fields with what stands before them, and a line for messages.</summary>
internal sealed class MapsetSource(Deck deck, Dice dice, int number)
{
    // What is continued has a sign of it in column 72.
    private const int Code = -71;

    private readonly string name = Catalogue.Name(SourceKind.Bms, number);

    public void Write(int lines)
    {
        deck.Add($"""
            * {name}: {Catalogue.ApplicationOf(number).Name}
            {$"{name}  DFHMSD TYPE=&SYSPARM,MODE=INOUT,LANG=COBOL,STORAGE=AUTO,",Code}X
                           TIOAPFX=YES,CTRL=(FREEKB,FRSET)
            {Catalogue.Map(number)}  DFHMDI SIZE=(24,80),LINE=1,COLUMN=1
            {"         DFHMDF POS=(1,30),LENGTH=20,ATTRB=(ASKIP,BRT),",Code}X
                           INITIAL='{dice.Of(Terms.Nouns)}'
            """);
        for (var field = 0; deck.Lines < lines; field++)
            deck.Add($"""
                {$"         DFHMDF POS=({2 + (field / 3 % 20)},{1 + (field % 3 * 26)}),LENGTH=10,ATTRB=(ASKIP,NORM),",Code}X
                               INITIAL='{Terms.Nouns[field % Terms.Nouns.Length]}'
                FLD{field:D4}  DFHMDF POS=({2 + (field / 3 % 20)},{12 + (field % 3 * 26)}),LENGTH=12,ATTRB=(UNPROT,NORM)
                """);
        deck.Add($"""
            MESSAGE  DFHMDF POS=(24,1),LENGTH=79,ATTRB=(ASKIP,BRT),COLOR=RED
            {name}  DFHMSD TYPE=FINAL
                     END
            """);
    }
}
