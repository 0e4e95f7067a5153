using Sluice.Bench.Estates.Writing;

namespace Sluice.Bench.Estates.Cobol;

/// <summary>Files, working storage, copied records, and what the caller hands over.</summary>
internal sealed class DataDivision(Deck deck, Dice dice, Catalogue catalogue, int number, IReadOnlyList<BatchFile> files)
{
    private const int LinesToAnItem = 6;
    private const int ItemsInRecord = 12;
    private const int UsersOfFirst = 25;

    private readonly Role role = Catalogue.RoleOf(number);
    private readonly int shift = number * 7 % Item.All.Count;

    /// <summary>Working storage has this many items.</summary>
    public int Items { get; private set; }

    /// <summary>Copied from here are the names of programs to call; null when it copies none.</summary>
    public int? Constants { get; private set; }

    public Item AnyItem => ItemOf(dice.Below(Items));

    public void Write(int lines)
    {
        Items = Math.Clamp(lines / LinesToAnItem, 10, Item.All.Count - 1);
        deck.Add($"       DATA DIVISION.");
        if (files.Count > 0)
            FileSection();
        deck.Add($"""
                   WORKING-STORAGE SECTION.
                   77  WS-PROGRAM                  PIC X(08) VALUE SPACES.
                   77  WS-SERVICE                  PIC X(08)
                                                   VALUE '{Called()}'.
                   77  WS-SQLCODE-EDIT             PIC -(09)9.
            """);
        foreach (var file in files)
            deck.Add($"       77  WS-{file.Dd}-STATUS{Blanks(17 - file.Dd.Length)}PIC X(02).");
        Records();
        Copies(lines);
        Linkage();
    }

    public string NumericItem()
    {
        var item = AnyItem;
        while (!item.IsNumeric)
            item = AnyItem;
        return item.Name;
    }

    public string TextItem()
    {
        var item = AnyItem;
        while (item.IsNumeric)
            item = AnyItem;
        return item.Name;
    }

    private Item ItemOf(int at) => Item.All[(shift + at) % Item.All.Count];

    private string Called() => catalogue.AnySubroutine(dice, number);

    private void FileSection()
    {
        deck.Add($"       FILE SECTION.");
        foreach (var file in files)
            if (file.IsMaster)
                deck.Add($"""
                           FD  {file.Dd}-FILE.
                           01  {file.Dd}-RECORD.
                               05  {file.Dd}-KEY               PIC X(16).
                               05  FILLER                    PIC X(484).
                    """);
            else
                deck.Add($"""
                           FD  {file.Dd}-FILE
                               RECORDING MODE IS F
                               BLOCK CONTAINS 0 RECORDS.
                           01  {file.Dd}-RECORD               PIC X({80 + (20 * dice.Below(20)):D4}).
                    """);
    }

    private void Records()
    {
        for (var at = 0; at < Items; at++)
        {
            var item = ItemOf(at);
            if (at % ItemsInRecord == 0)
                deck.Add($"       01  WS-RECORD-{at / ItemsInRecord:D4}.");
            deck.Add($"           05  WS-{item.Name,-28}{item.Clause}");
            if (item.IsFlag)
                deck.Add($"""
                                   88  IS-{item.Name}           VALUE 'Y'.
                                   88  NOT-{item.Name}          VALUE 'N'.
                    """);
            else if (dice.Below(40) == 0)
                deck.Add($"      * {dice.Of(Terms.Remarks)}");
        }
    }

    private void Copies(int lines)
    {
        if (Catalogue.UsesSql(number))
            deck.Add($"           EXEC SQL INCLUDE SQLCA END-EXEC.");
        if (role is Role.Online)
            deck.Add($"""
                           COPY DFHAID.
                           COPY DFHBMSCA.
                           COPY {Catalogue.Name(SourceKind.Bms, number % catalogue.Count(SourceKind.Bms))}.
                """);
        if (dice.Percent(UsersOfFirst))
            deck.Add($"           COPY {Catalogue.Name(SourceKind.Copybook, 0)}.");
        if (number < ProgramSource.SeldomUsers)
            deck.Add($"           COPY {Catalogue.Name(SourceKind.Copybook, catalogue.Count(SourceKind.Copybook) - 1)}.");
        var most = 2 + Math.Min(40, lines / 150);
        for (var copies = 1 + dice.Below(most); copies > 0; copies--)
            Copy();
        if (dice.Percent(35) && catalogue.AnyCopybook(dice, CopybookRole.Constants) is { } constants)
        {
            Constants = constants;
            deck.Add($"           COPY {Catalogue.Name(SourceKind.Copybook, constants)}.");
        }
    }

    private void Copy()
    {
        var tag = dice.Below(100);
        if (tag < 15 && catalogue.AnyCopybook(dice, CopybookRole.TaggedLayout) is { } tagged)
            deck.Add($"""
                           COPY {Catalogue.Name(SourceKind.Copybook, tagged)}
                               REPLACING ==:TAG:== BY ==W{dice.Below(100):D2}==.
                """);
        else if (tag < 35 && Catalogue.UsesSql(number) && catalogue.AnyCopybook(dice, CopybookRole.Dclgen) is { } dclgen)
            deck.Add($"           EXEC SQL INCLUDE {Catalogue.Name(SourceKind.Copybook, dclgen)} END-EXEC.");
        else if (catalogue.AnyCopybook(dice, CopybookRole.Layout) is { } layout)
            deck.Add($"           COPY {Catalogue.Name(SourceKind.Copybook, layout)}{(tag > 96 ? " OF COPYLIB" : "")}.");
    }

    private void Linkage()
    {
        if (role is Role.Batch)
            deck.Add($"""
                       LINKAGE SECTION.
                       01  LK-PARM.
                           05  LK-PARM-LENGTH              PIC S9(04) COMP.
                           05  LK-PARM-TEXT                PIC X(100).
                """);
        else
            deck.Add($"""
                       LINKAGE SECTION.
                       01  {(role is Role.Online ? "DFHCOMMAREA." : "LK-AREA.")}
                           05  LK-FUNCTION                 PIC X(04).
                           05  LK-RETURN-CODE              PIC S9(04) COMP.
                           05  LK-DATA                     PIC X(2000).
                """);
        if (Catalogue.UsesIms(number))
            deck.Add($"""
                       01  DB-PCB.
                           05  DB-NAME                     PIC X(08).
                           05  DB-LEVEL                    PIC X(02).
                           05  DB-STATUS                   PIC X(02).
                """);
    }

    private static string Blanks(int count) => new(' ', Math.Max(1, count));
}
