using System.Globalization;
using Sluice.Bench.Estates.Writing;

namespace Sluice.Bench.Estates.Cobol;

/// <summary>A COBOL program in fixed format, division by division.</summary>
internal sealed class ProgramSource(Deck deck, Dice dice, Catalogue catalogue, int number)
{
    /// <summary>How many programs use what is seldom used: the first ones.</summary>
    public const int SeldomUsers = 3;

    private readonly string name = Catalogue.Name(SourceKind.Cobol, number);
    private readonly Role role = Catalogue.RoleOf(number);
    private readonly IReadOnlyList<BatchFile> files = Catalogue.RoleOf(number) is Role.Batch ? BatchFile.Of(number) : [];

    public void Write(int lines)
    {
        Identification();
        Environment();
        var data = new DataDivision(deck, dice, catalogue, number, files);
        data.Write(lines);
        new ProcedureDivision(deck, dice, catalogue, number, files, data).Write(lines);
    }

    private void Identification()
    {
        if (dice.Percent(5))
            deck.Add($"       CBL RENT,TRUNC(BIN),NODYNAM");
        deck.Add($"""
                  *----------------------------------------------------------------*
                  * PROGRAM     {name}
                  * APPLICATION {Catalogue.ApplicationOf(number).Name}
                  * {Kind(),-12}{dice.Of(Terms.Deeds)} {dice.Of(Terms.Nouns)} AND {dice.Of(Terms.Nouns)}
                  *----------------------------------------------------------------*
            """);
        for (var change = dice.Below(12); change > 0; change--)
            deck.Add($"      * {Date()} {dice.Of(Terms.Deeds),-10}{dice.Of(Terms.Nouns)}");
        deck.Add($"""
                   IDENTIFICATION DIVISION.
                   PROGRAM-ID. {name}.
                   AUTHOR. {Catalogue.ApplicationOf(number).Name}.
                   DATE-WRITTEN. {Date()}.
            """);
    }

    private string Kind() => role switch
    {
        Role.Batch => "BATCH",
        Role.Online => "CICS",
        _ => "SUBROUTINE",
    };

    private string Date() => string.Create(
        CultureInfo.InvariantCulture, $"{1 + dice.Below(28):D2}.{1 + dice.Below(12):D2}.{1985 + dice.Below(40)}");

    private void Environment()
    {
        deck.Add($"""
                   ENVIRONMENT DIVISION.
                   CONFIGURATION SECTION.
                   SPECIAL-NAMES.
                       DECIMAL-POINT IS COMMA.
            """);
        if (files.Count == 0)
            return;
        deck.Add($"""
                   INPUT-OUTPUT SECTION.
                   FILE-CONTROL.
            """);
        foreach (var file in files)
            if (file.IsMaster)
                deck.Add($"""
                               SELECT {file.Dd}-FILE ASSIGN TO {file.Dd}
                                   ORGANIZATION IS INDEXED
                                   ACCESS MODE IS DYNAMIC
                                   RECORD KEY IS {file.Dd}-KEY
                                   FILE STATUS IS WS-{file.Dd}-STATUS.
                    """);
            else
                deck.Add($"""
                               SELECT {file.Dd}-FILE ASSIGN TO {(dice.Percent(20) ? "UT-S-" : "")}{file.Dd}
                                   FILE STATUS IS WS-{file.Dd}-STATUS.
                    """);
    }
}
