using Sluice.Mainframe.Commands;

namespace Sluice.Mainframe.Cics;

/// <summary>Puts the lines of DFHCSDUP's input together to commands.</summary>
/// <remarks>
/// CICS Transaction Server for z/OS, Resource Definition Guide, "Rules for the syntax and preparation of commands for the
/// DFHCSDUP program": columns 1 to 71, an asterisk in column 1 for a comment, an asterisk in column 72 for a value that goes on
/// in column 1 of the next line. What EXTRACT writes fills column 72 too, so that all but an asterisk counts there. Nothing ends
/// a command; the next one begins with its verb.
/// </remarks>
internal struct CsdCommands
{
    private const int ContinuationColumn = 72;

    private readonly CommandSource source;
    private readonly Statement statement;
    private int next;

    public CsdCommands(CommandSource source, Statement statement) =>
        (this.source, this.statement, next) = (source, statement, source.First);

    /// <summary>A parenthesis was still open where the next command began.</summary>
    public bool IsBroken { get; private set; }

    public bool Next()
    {
        var text = statement.Text;
        text.Clear();
        IsBroken = false;
        var depth = 0;
        var isContinued = false;
        for (; next <= source.Last; next++)
        {
            var line = source.Text[next];
            if (line.IsEmpty || line[0] == '*')
                continue;
            if (text.Length > 0 && CsdVerb.Begins(line, depth > 0))
            {
                IsBroken = depth > 0;
                return true;
            }
            var continues = line.Length >= ContinuationColumn && line[ContinuationColumn - 1] == '*';
            var end = continues ? ContinuationColumn - 1 : ContinuationColumn;
            var piece = line.Length > end ? line[..end] : line;
            depth += piece.Count('(') - piece.Count(')');
            if (isContinued)
                text.Continue(piece, next, 1);
            else
                text.Add(piece, next, 1);
            isContinued = continues;
        }
        IsBroken = depth > 0;
        return text.Length > 0;
    }
}
