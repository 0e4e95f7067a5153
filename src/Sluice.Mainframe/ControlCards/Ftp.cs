namespace Sluice.Mainframe.ControlCards;

/// <summary>
/// FTP in batch: which data sets of this side are sent and received. Source: z/OS Communications Server: IP User's Guide
/// and Commands, chapter on FTP subcommands (APPEND, GET, LCD, MGET, MPUT, PUT).
/// </summary>
/// <remarks>The first lines, with the other system's name, the user and the password, are no subcommands and are never shown.</remarks>
internal sealed class Ftp
{
    private const string Relative = "Without quotes the working directory comes first, which is not known here.";

    private readonly CardStatement statement;
    private (string Name, Link Said)? directory;

    private Ftp(CardStatement statement) => this.statement = statement;

    public static void Read(Cards cards)
    {
        var ftp = new Ftp(cards.Statement());
        for (var line = cards.First; line <= cards.Last; line++)
        {
            ftp.statement.Clear();
            // A plus sign at the end goes on with the next line.
            for (; line < cards.Last && cards.Source[line] is [.. var begun, '+']; line++)
                ftp.statement.Continue(begun, line, 1);
            ftp.statement.Continue(cards.Source[line], line, 1);
            ftp.Subcommand();
        }
    }

    private void Subcommand()
    {
        var words = new Parameters(statement);
        if (!words.Next())
            return;
        if (words.Is("PUT") || words.Is("APPEND") || words.Is("MPUT"))
        {
            var all = words.Is("MPUT");
            while (words.Next() && words.WordEnd > words.WordStart)
            {
                Local(words, Verb.Reads);
                if (!all)
                    return;
            }
        }
        else if (words.Is("GET"))
        {
            // What it is called here; what comes in parentheses is an option.
            if (words.Next() && words.Next() && words.WordEnd > words.WordStart)
                Local(words, Verb.Writes);
        }
        else if (words.Is("LCD") && words.Next())
            directory = words.Word is ['\'', ..]
                ? (statement.Upper(words.WordStart, words.WordEnd).TrimEnd('.'), new(null, statement.At(words.WordStart),
                    statement.OneLine(0, statement.Length, words.WordStart)))
                : null;
    }

    private void Local(Parameters name, Verb verb)
    {
        const string ddName = "//DD:";
        if (name.Word.StartsWith(ddName, StringComparison.OrdinalIgnoreCase))
            statement.Refer(verb, ThingKind.DdName, name.WordStart + ddName.Length, name.WordEnd);
        else if (name.Word is ['\'', ..])
            statement.ReferDataSet(verb, name.WordStart, name.WordEnd);
        // Files of z/OS UNIX have no name that JCL knows, and a member alone is one of the directory.
        else if (!name.Word.Contains('/') && !name.Word.Contains('*'))
            statement.Refer(new Reference(statement.From, verb, new(ThingKind.DataSet, Whole(name)), statement.At(name.WordStart),
                statement.OneLine(0, statement.Length, name.WordStart))
            {
                Certainty = directory is null ? Certainty.Unresolved : Certainty.Candidate,
                Chain = directory is { } known ? [known.Said] : [],
                Why = directory is null ? Relative : null,
            });
    }

    private string Whole(Parameters name) => directory is { } known
        ? $"{known.Name}.{statement.Upper(name.WordStart, name.WordEnd)}"
        : statement.Upper(name.WordStart, name.WordEnd);
}
