using Sluice.Mainframe.Commands;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Racf;

/// <summary>Puts the lines of a TSO/E command list together to commands, comments left out.</summary>
/// <remarks>
/// z/OS TSO/E Command Reference, "Using TSO/E commands", "Continuation lines" and "Comments": a command ends with its line unless
/// that ends in - or +; after + the blanks that begin the next line do not count.
/// </remarks>
internal struct TsoCommands
{
    private readonly CommandSource source;
    private readonly Statement statement;
    private int next;
    private bool inComment;

    public TsoCommands(CommandSource source, Statement statement) =>
        (this.source, this.statement, next) = (source, statement, source.First);

    public bool Next()
    {
        statement.Text.Clear();
        while (next <= source.Last)
        {
            var line = SequenceField.Without(source.Text[next]);
            var number = next++;
            if (line.IsEmpty)
                continue;
            var continues = line[^1] is '-' or '+';
            AppendWithoutComments(continues ? line[..^1] : line, number);
            if (continues)
                continue;
            // A comment that is not closed ends with the line that is not continued.
            inComment = false;
            if (!statement.Text.Span.IsWhiteSpace())
                return true;
            statement.Text.Clear();
        }
        return !statement.Text.Span.IsWhiteSpace();
    }

    private void AppendWithoutComments(ReadOnlySpan<char> line, int number)
    {
        for (var at = 0; at < line.Length;)
        {
            var length = line[at..].IndexOf(inComment ? "*/" : "/*", StringComparison.Ordinal);
            var end = length < 0 ? line.Length : at + length;
            if (!inComment)
                Append(line[at..end], new(number, at + 1), at == 0);
            if (length < 0)
                break;
            inComment = !inComment;
            at = end + 2;
        }
    }

    // No word is taken to go on with the next line, although TSO/E would let it.
    private readonly void Append(ReadOnlySpan<char> piece, Place at, bool isLineStart)
    {
        if (isLineStart)
            statement.Text.Add(piece, at.Line, at.Column);
        else
            statement.Text.Continue(piece, at.Line, at.Column);
    }
}
