namespace Sluice.Mainframe.ControlCards;

/// <summary>
/// IEBUPDTE: statements with <c>./</c> in columns 1 and 2, and between them the records of the members. Source: DFSMSdfp
/// Utilities, chapter "IEBUPDTE (Update Data Set) Program", function statement.
/// </summary>
internal static class Iebupdte
{
    public static void Read(Cards cards)
    {
        var statement = cards.Statement();
        for (var line = cards.First; line <= cards.Last; line++)
            if (cards[line] is ['.', '/', .. var card])
            {
                statement.Clear();
                statement.Continue(card, line, 3);
                Function(statement);
            }
    }

    /// <summary>A name may stand before the function.</summary>
    private static void Function(CardStatement statement)
    {
        var words = new Parameters(statement);
        for (var word = 0; word < 2 && words.Next(); word++)
        {
            Verb? verb = words.Is("ADD") ? Verb.Creates
                : words.Is("REPL") || words.Is("CHANGE") ? Verb.Updates
                : words.Is("REPRO") ? Verb.Reads
                : null;
            if (verb is not { } told)
                continue;
            for (var operands = new Operands(statement.Span, words.Position, statement.Length); operands.Next();)
                if (operands.Is("NAME"))
                    statement.Refer(told, ThingKind.ControlMember, operands.ValueStart, Math.Min(operands.ValueEnd,
                        operands.ValueStart + WordLength(statement.Span[operands.ValueStart..operands.ValueEnd])), "SYSUT2");
            return;
        }
    }

    private static int WordLength(ReadOnlySpan<char> text) => text.IndexOf(' ') is >= 0 and var length ? length : text.Length;
}
