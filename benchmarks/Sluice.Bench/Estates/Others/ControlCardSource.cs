using Sluice.Bench.Estates.Writing;

namespace Sluice.Bench.Estates.Others;

/// <summary>Input of a utility, kept by itself: sorting, binding to Db2, access methods, the binder.</summary>
internal sealed class ControlCardSource(Deck deck, Dice dice, Catalogue catalogue, int number)
{
    private readonly Application application = Catalogue.ApplicationOf(number);

    public void Write(int lines)
    {
        switch (number % 10)
        {
            case < 5: Sort(lines); break;
            case < 7: Bind(lines); break;
            case < 9: Idcams(lines); break;
            default: Binder(lines); break;
        }
    }

    private void Sort(int lines)
    {
        deck.Add($"""
            * {dice.Of(Terms.Remarks)}
              SORT FIELDS=({1 + dice.Below(60)},{1 + dice.Below(16)},CH,A,{61 + dice.Below(60)},8,PD,D)
            """);
        for (var file = 1; deck.Lines < lines; file++)
            deck.Add($"""
                  OUTFIL FNAMES=OUT{file:D3},
                         INCLUDE=({1 + dice.Below(60)},2,CH,EQ,C'{(char)('A' + dice.Below(26))}X'),
                         BUILD=(1,{40 + dice.Below(40)})
                """);
    }

    private void Bind(int lines)
    {
        deck.Add($"  DSN SYSTEM(DB2P)");
        do
        {
            var member = Any(dice.Of([Role.Batch, Role.Subroutine]));
            deck.Add($"""
                  BIND PACKAGE({application.Code}COLL) MEMBER({member}) -
                       ACTION(REPLACE) ISOLATION(CS) VALIDATE(BIND)
                """);
        }
        while (deck.Lines < lines);
        deck.Add($"""
              BIND PLAN({application.Code}PLAN01) PKLIST({application.Code}COLL.*) ACTION(REPLACE)
              END
            """);
    }

    private void Idcams(int lines)
    {
        do
        {
            var master = Catalogue.Master(application.Code, dice.Below(Catalogue.Masters));
            deck.Add($"""
                  REPRO INDATASET(PROD.{master}) -
                        OUTDATASET(PROD.{master}.SAVE)
                  IF LASTCC > 4 THEN SET MAXCC = 12
                """);
        }
        while (deck.Lines < lines);
    }

    private void Binder(int lines)
    {
        var name = Any(dice.Of([Role.Batch, Role.Online]));
        do
            deck.Add($"  INCLUDE SYSLIB({catalogue.AnySubroutine(dice, number)})");
        while (deck.Lines < lines);
        deck.Add($"""
              ENTRY {name}
              NAME {name}(R)
            """);
    }

    private string Any(Role role) =>
        Catalogue.Name(SourceKind.Cobol, catalogue.AnyProgram(dice, role, number % Application.All.Count));
}
