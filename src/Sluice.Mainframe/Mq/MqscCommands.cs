using Sluice.Mainframe.Commands;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Mq;

/// <summary>Puts the lines of an MQSC script together to commands.</summary>
/// <remarks>
/// IBM MQ Reference, "Building command scripts": each command begins on a new line; a line that ends in + goes on with the first
/// nonblank character of the next, one that ends in - with its first column; an asterisk at the start of a line makes it a
/// comment; a semicolon may end a command. On z/OS columns 73 to 80 do not count.
/// </remarks>
internal struct MqscCommands
{
    private readonly CommandSource source;
    private readonly Statement statement;
    private int next;

    public MqscCommands(CommandSource source, Statement statement) =>
        (this.source, this.statement, next) = (source, statement, source.First);

    public bool Next()
    {
        statement.Text.Clear();
        var fromFirstColumn = false;
        while (next <= source.Last)
        {
            var line = SequenceField.Without(source.Text[next]);
            var number = next++;
            if (line.IsEmpty || line[0] == '*')
                continue;
            var start = fromFirstColumn ? 0 : line.IndexOfAnyExcept(' ');
            var end = line[^1] is '+' or '-' ? line.Length - 1 : line.Length;
            statement.Text.Continue(line[start..Math.Max(start, end)], number, start + 1);
            fromFirstColumn = line[^1] == '-';
            if (end == line.Length)
                break;
        }
        return statement.Text.Length > 0;
    }
}
