using Sluice.Bench.Estates.Writing;

namespace Sluice.Bench.Estates.Cobol;

/// <summary>Static SQL, with the check that follows each.</summary>
internal sealed class SqlStatements(Deck deck, Dice dice, Catalogue catalogue, DataDivision data)
{
    private int cursors;

    public void One()
    {
        var table = catalogue.AnyTable(dice);
        var noun = dice.Of(Terms.Nouns);
        switch (dice.Below(100))
        {
            case < 45: Select(table, noun); break;
            case < 60: Cursor(table, noun); break;
            case < 75:
                deck.Add($"""
                               EXEC SQL
                                   UPDATE {table}
                                      SET {noun}_AMOUNT = :WS-{data.NumericItem()}
                                    WHERE {noun}_KEY = :WS-{data.TextItem()}
                               END-EXEC
                    """);
                break;
            case < 90:
                deck.Add($"""
                               EXEC SQL
                                   INSERT INTO {table}
                                          ({noun}_KEY, {noun}_AMOUNT)
                                   VALUES (:WS-{data.TextItem()}
                                         , :WS-{data.NumericItem()})
                               END-EXEC
                    """);
                break;
            default:
                deck.Add($"""
                               EXEC SQL
                                   DELETE FROM {table}
                                    WHERE {noun}_KEY = :WS-{data.TextItem()}
                               END-EXEC
                    """);
                break;
        }
        deck.Add($"""
                       EVALUATE SQLCODE
                       WHEN 0
                       WHEN 100
                          CONTINUE
                       WHEN OTHER
                          MOVE SQLCODE TO WS-SQLCODE-EDIT
                          DISPLAY 'SQLCODE ' WS-SQLCODE-EDIT
                       END-EVALUATE
            """);
    }

    private void Select(string table, string noun)
    {
        deck.Add($"""
                       EXEC SQL
                           SELECT A.{noun}_KEY, A.{noun}_AMOUNT
                             INTO :WS-{data.TextItem()}
                                , :WS-{data.NumericItem()}
                             FROM {table} A
            """);
        if (dice.Percent(25))
            deck.Add($"""
                                 INNER JOIN {catalogue.AnyTable(dice)} B
                                    ON B.{noun}_KEY = A.{noun}_KEY
                """);
        deck.Add($"""
                            WHERE A.{noun}_KEY = :WS-{data.TextItem()}
                             WITH UR
                       END-EXEC
            """);
    }

    private void Cursor(string table, string noun) =>
        deck.Add($"""
                       EXEC SQL
                           DECLARE C{++cursors:D4} CURSOR WITH HOLD FOR
                           SELECT {noun}_KEY FROM {table}
                            WHERE {noun}_DATE > :WS-{data.NumericItem()}
                            ORDER BY {noun}_KEY
                       END-EXEC
                       EXEC SQL OPEN C{cursors:D4} END-EXEC
                       EXEC SQL
                           FETCH C{cursors:D4} INTO :WS-{data.TextItem()}
                       END-EXEC
                       EXEC SQL CLOSE C{cursors:D4} END-EXEC
            """);
}
