using Sluice.Bench.Estates.Writing;

namespace Sluice.Bench.Estates.Cobol;

/// <summary>Statements that reach out of the program: to other programs, tables, files, maps and databases.</summary>
internal sealed class Requests(
    Deck deck, Dice dice, Catalogue catalogue, int number, IReadOnlyList<BatchFile> files, DataDivision data)
{
    private readonly Role role = Catalogue.RoleOf(number);
    private readonly CicsCommands cics = new(deck, dice, catalogue, number, data);
    private readonly SqlStatements sql = new(deck, dice, catalogue, data);

    public void One()
    {
        switch (dice.Below(100))
        {
            case < 40 when Catalogue.UsesSql(number): sql.One(); break;
            case < 70 when role is Role.Online: cics.One(); break;
            case < 60 when files.Count > 0: File(); break;
            case < 70 when Catalogue.UsesIms(number): Ims(); break;
            default: Call(); break;
        }
    }

    public void Return() => cics.Return();

    private void Call()
    {
        var called = catalogue.AnySubroutine(dice, number);
        switch (dice.Below(100))
        {
            case < 60:
                deck.Add($"           CALL '{called}' USING LK-{(role is Role.Batch ? "PARM" : "DATA")}");
                break;
            case < 75:
                deck.Add($"""
                               MOVE '{called}' TO WS-PROGRAM
                               CALL WS-PROGRAM USING WS-RECORD-0000
                    """);
                break;
            case < 85:
                deck.Add($"           CALL WS-SERVICE USING WS-RECORD-0000");
                break;
            case < 97 when data.Constants is { } constants:
                deck.Add($"""
                               MOVE {Catalogue.Constant(constants, dice.Below(Catalogue.ConstantsInCopybook))} TO WS-PROGRAM
                               CALL WS-PROGRAM USING WS-RECORD-0000
                                   ON EXCEPTION DISPLAY 'NOT THERE: ' WS-PROGRAM
                               END-CALL
                    """);
                break;
            default:
                deck.Add($"           CALL 'CEE3ABD' USING WS-RECORD-0000");
                break;
        }
    }

    private void File()
    {
        var file = dice.Of(files);
        var request = file.Mode switch
        {
            "INPUT" => $"READ {file.Dd}-FILE INTO",
            "I-O" => $"REWRITE {file.Dd}-RECORD FROM",
            _ => $"WRITE {file.Dd}-RECORD FROM",
        };
        deck.Add($"""
                       {request} WS-RECORD-0000
                       IF WS-{file.Dd}-STATUS NOT = '00'
                          MOVE 8 TO RETURN-CODE
                       END-IF
            """);
    }

    private void Ims() =>
        deck.Add($"""
                       CALL 'CBLTDLI' USING WS-{data.TextItem()}
                           DB-PCB WS-RECORD-0000 WS-{data.TextItem()}
            """);
}
