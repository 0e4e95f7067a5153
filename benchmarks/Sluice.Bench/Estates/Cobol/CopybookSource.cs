using Sluice.Bench.Estates.Writing;

namespace Sluice.Bench.Estates.Cobol;

/// <summary>A record, what DCLGEN made of a table, names of programs, or paragraphs.</summary>
internal sealed class CopybookSource(Deck deck, Dice dice, Catalogue catalogue, int number)
{
    private const int Nested = 12;

    private readonly string name = Catalogue.Name(SourceKind.Copybook, number);

    public void Write(int lines)
    {
        if (dice.Percent(70))
            deck.Add($"""
                      *----------------------------------------------------------------*
                      * {name}: {dice.Of(Terms.Nouns)} OF {Catalogue.ApplicationOf(number).Name}
                      *----------------------------------------------------------------*
                """);
        switch (Catalogue.RoleOfCopybook(number))
        {
            case CopybookRole.TaggedLayout: Layout(":TAG:", lines); break;
            case CopybookRole.Dclgen: Dclgen(lines); break;
            case CopybookRole.Constants: Constants(); break;
            case CopybookRole.Paragraphs: Paragraphs(lines); break;
            default: Layout(name, lines); break;
        }
    }

    private void Layout(string prefix, int lines)
    {
        deck.Add($"       01  {prefix}-RECORD.");
        for (var at = 0; deck.Lines < lines || at < 3; at++)
        {
            var item = Item.All[(number + at) % Item.All.Count];
            deck.Add($"           05  {prefix}-{item.Name,-24}{item.Clause}");
        }
        // Only from those before it, so that none copies itself by way of others.
        if (dice.Percent(Nested) && catalogue.AnyCopybook(dice, CopybookRole.Layout) is { } nested && nested < number)
            deck.Add($"           COPY {Catalogue.Name(SourceKind.Copybook, nested)}.");
    }

    private void Dclgen(int lines)
    {
        var table = number % catalogue.Tables;
        var noun = Terms.Nouns[table % Terms.Nouns.Length];
        var columns = Math.Clamp(lines / 2, 4, Item.All.Count);
        deck.Add($"           EXEC SQL DECLARE {Catalogue.Table(table)} TABLE");
        for (var column = 0; column < columns; column++)
            deck.Add($"           {(column == 0 ? '(' : ',')} {noun}_C{column:D3}            CHAR(10) NOT NULL");
        deck.Add($"""
                       ) END-EXEC.
                   01  DCL{noun}.
            """);
        for (var column = 0; column < columns; column++)
            deck.Add($"           10 {noun}-C{column:D3}            PIC X(10).");
    }

    private void Constants()
    {
        deck.Add($"       01  {name}-PROGRAMS.");
        for (var constant = 0; constant < Catalogue.ConstantsInCopybook; constant++)
            deck.Add($"""
                           05  {Catalogue.Constant(number, constant)}          PIC X(08)
                               VALUE '{catalogue.AnySubroutine(dice, number)}'.
                """);
    }

    private void Paragraphs(int lines)
    {
        for (var paragraph = 0; deck.Lines < lines || paragraph == 0; paragraph++)
            deck.Add($"""
                       {name}-P{paragraph:D3}.
                           MOVE WS-PROGRAM TO LK-PARM-TEXT
                           IF RETURN-CODE > 4
                              CALL '{catalogue.AnySubroutine(dice, number)}'
                           END-IF
                           CONTINUE.
                """);
    }
}
