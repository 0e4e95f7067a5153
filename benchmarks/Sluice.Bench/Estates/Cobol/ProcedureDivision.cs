using Sluice.Bench.Estates.Writing;

namespace Sluice.Bench.Estates.Cobol;

/// <summary>A main paragraph, those that open and close, and as many others as the program has lines.</summary>
internal sealed class ProcedureDivision(
    Deck deck, Dice dice, Catalogue catalogue, int number, IReadOnlyList<BatchFile> files, DataDivision data)
{
    private const int MainPerforms = 12;

    private readonly Role role = Catalogue.RoleOf(number);
    private readonly Statements statements = new(deck, dice, data);
    private readonly Requests requests = new(deck, dice, catalogue, number, files, data);

    public void Write(int lines)
    {
        Main();
        if (files.Count > 0)
            OpenAndClose();
        var paragraph = 0;
        do
            Paragraph(++paragraph);
        while (deck.Lines < lines);
        // The main paragraph performs the first ones, whether or not there are as many.
        while (paragraph < MainPerforms)
            deck.Add($"""
                       {Statements.Paragraph(++paragraph)}.
                           CONTINUE.
                """);
        if (dice.Percent(20) && catalogue.AnyCopybook(dice, CopybookRole.Paragraphs) is { } copied)
            deck.Add($"           COPY {Catalogue.Name(SourceKind.Copybook, copied)}.");
    }

    private void Main()
    {
        deck.Add($"""
                   PROCEDURE DIVISION{(role switch { Role.Batch => " USING LK-PARM", Role.Online => "", _ => " USING LK-AREA" })}.
                   P0000-MAIN SECTION.
            """);
        if (files.Count > 0)
            deck.Add($"           PERFORM P0100-OPEN");
        for (var performed = 1; performed <= MainPerforms; performed++)
            deck.Add($"           PERFORM {Statements.Paragraph(performed)}");
        if (files.Count > 0)
            deck.Add($"           PERFORM P0200-CLOSE");
        if (role is Role.Online)
            requests.Return();
        deck.Add($"           GOBACK.");
    }

    private void OpenAndClose()
    {
        deck.Add($"       P0100-OPEN.");
        foreach (var file in files)
            deck.Add($"""
                           OPEN {file.Mode} {file.Dd}-FILE
                           IF WS-{file.Dd}-STATUS NOT = '00'
                              DISPLAY 'OPEN {file.Dd} ' WS-{file.Dd}-STATUS
                              MOVE 16 TO RETURN-CODE
                              GOBACK
                           END-IF
                """);
        deck.Add($"""
                       CONTINUE.
                   P0200-CLOSE.
            """);
        foreach (var file in files)
            deck.Add($"           CLOSE {file.Dd}-FILE");
        deck.Add($"           CONTINUE.");
    }

    private void Paragraph(int paragraph)
    {
        deck.Add($"""
                  *----------------------------------------------------------------*
                  * {Terms.Deeds[paragraph % Terms.Deeds.Length]} {dice.Of(Terms.Nouns)}
                  *----------------------------------------------------------------*
                   {Statements.Paragraph(paragraph)}.
            """);
        for (var some = 3 + dice.Below(8); some > 0; some--)
            statements.One(paragraph);
        if (dice.Percent(50))
            requests.One();
        deck.Add($"           CONTINUE.");
    }
}
