using Sluice.Mainframe.Db2;

namespace Sluice.Mainframe.ControlCards;

/// <summary>
/// SQL that DSNTEP2, DSNTEP4, DSNTIAD, DSNTIAUL and SPUFI are given to run. Source: Db2 for z/OS Application Programming and SQL
/// Guide, chapter "Sample applications supplied with Db2 for z/OS", "Productivity-aid sample programs": statements in columns 1
/// to 72, each ended by a semicolon or by what <c>--#SET TERMINATOR</c> says; an asterisk in column 1 makes a comment.
/// </summary>
internal static class SqlInput
{
    // So much is read at once that comments and literals are whole, and no more, whatever the member has.
    private const int Enough = 8_192;
    private const string SetTerminator = "--#SET TERMINATOR";

    public static void Read(Cards cards)
    {
        var sql = new SqlText();
        var terminator = ';';
        for (var line = cards.First; line <= cards.Last; line++)
        {
            var card = cards[line];
            if (card.IsEmpty || card[0] == '*')
                continue;
            if (card.StartsWith(SetTerminator, StringComparison.OrdinalIgnoreCase))
                terminator = card[SetTerminator.Length..].Trim(' ') is [var set, ..] ? set : terminator;
            var ends = card[^1] == terminator;
            sql.Add(ends ? card[..^1] : card, line, 1);
            if (ends && terminator == ';')
                sql.Continue(";", line, card.Length);
            if (ends && (terminator != ';' || sql.Length > Enough))
                Statements(sql, cards);
        }
        if (sql.Length > 0)
            Statements(sql, cards);
    }

    private static void Statements(SqlText sql, Cards cards)
    {
        SqlTables.Read(sql, cards.From, cards.Findings);
        sql.Clear();
    }
}
