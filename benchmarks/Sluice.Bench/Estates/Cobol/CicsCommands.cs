using Sluice.Bench.Estates.Writing;

namespace Sluice.Bench.Estates.Cobol;

/// <summary>What a program of a transaction asks of CICS.</summary>
internal sealed class CicsCommands(Deck deck, Dice dice, Catalogue catalogue, int number, DataDivision data)
{
    private readonly int application = number % Application.All.Count;
    private readonly string map = Catalogue.Map(number % catalogue.Count(SourceKind.Bms));
    private readonly string mapset = Catalogue.Name(SourceKind.Bms, number % catalogue.Count(SourceKind.Bms));

    public void One()
    {
        switch (dice.Below(100))
        {
            case < 20:
                deck.Add($"""
                               EXEC CICS SEND MAP('{map}') MAPSET('{mapset}')
                                    ERASE CURSOR
                               END-EXEC
                    """);
                break;
            case < 35:
                deck.Add($"           EXEC CICS RECEIVE MAP('{map}') MAPSET('{mapset}') END-EXEC");
                break;
            case < 60: File(); break;
            case < 80:
                deck.Add($"""
                               EXEC CICS LINK PROGRAM('{catalogue.AnySubroutine(dice, number)}')
                                    COMMAREA(DFHCOMMAREA)
                                    LENGTH(LENGTH OF DFHCOMMAREA)
                               END-EXEC
                    """);
                break;
            case < 88:
                deck.Add($"""
                               MOVE '{Catalogue.Name(SourceKind.Cobol, Other())}' TO WS-PROGRAM
                               EXEC CICS XCTL PROGRAM(WS-PROGRAM)
                                    COMMAREA(DFHCOMMAREA)
                               END-EXEC
                    """);
                break;
            case < 94:
                deck.Add($"""
                               EXEC CICS WRITEQ TS QUEUE('{Application.All[application].Code}QUEUE')
                                    FROM(WS-RECORD-0000)
                               END-EXEC
                    """);
                break;
            default:
                deck.Add($"""
                               EXEC CICS START TRANSID('{Catalogue.Transaction(Other())}')
                                    INTERVAL(0)
                               END-EXEC
                    """);
                break;
        }
    }

    public void Return() =>
        deck.Add($"""
                       EXEC CICS RETURN TRANSID('{Catalogue.Transaction(number)}')
                            COMMAREA(DFHCOMMAREA)
                       END-EXEC
            """);

    private void File()
    {
        var verb = dice.Of(["READ", "READ", "REWRITE", "WRITE"]);
        deck.Add($"           EXEC CICS {verb} FILE('{Catalogue.CicsFile(application, dice.Below(Catalogue.Masters))}')");
        if (verb is not "REWRITE")
            deck.Add($"                RIDFLD(WS-{data.TextItem()})");
        deck.Add($"""
                            {(verb is "READ" ? "INTO" : "FROM")}(WS-RECORD-0000)
                       END-EXEC
            """);
    }

    private int Other() => catalogue.AnyProgram(dice, Role.Online, application);
}
