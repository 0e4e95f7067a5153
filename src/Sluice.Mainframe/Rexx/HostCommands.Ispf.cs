using Sluice.Mainframe.Commands;

namespace Sluice.Mainframe.Rexx;

// z/OS ISPF Services Guide, chapter "Description of the ISPF services": SELECT, DISPLAY, TBDISPL, EDIT, VIEW, BROWSE, FTINCL,
// LIBDEF and LMINIT.
internal sealed partial class HostCommands
{
    private void Ispf(int start, int end, int depth)
    {
        var (first, after) = FirstWord(start, end);
        if (first >= after || depth > DeepestNesting)
            return;
        // SELECT(…) may be written without a blank.
        if (Text.Span[first..after].IndexOf('(') is > 0 and var open)
            after = first + open;
        switch (Text.Span[first..after].Upper())
        {
            case "SELECT":
                Selected(after, end, depth + 1);
                break;
            case "DISPLAY" or "TBDISPL":
                foreach (var (at, until) in Values(after, end, "PANEL"))
                    Panel(at, until);
                break;
            case "EDIT":
                Edited(Verb.Updates, after, end);
                break;
            case "VIEW" or "BROWSE":
                Edited(Verb.Reads, after, end);
                break;
            case "FTINCL":
                foreach (var (at, until) in Words(after, end, 1))
                    Refer(Verb.Copies, ThingKind.Copybook, at, until, null);
                break;
            case "LMINIT":
                foreach (var (at, until) in Values(after, end, "DATASET"))
                    DataSet(Verb.Uses, at, until, null);
                break;
            case "LIBDEF":
                Libraries(after, end);
                break;
        }
    }

    private void Selected(int start, int end, int depth)
    {
        foreach (var (at, until) in Values(start, end, "PGM"))
            Program(Verb.Calls, at, until);
        foreach (var (at, until) in Values(start, end, "CMD"))
            Tso(at, until, depth);
        foreach (var (at, until) in Values(start, end, "PANEL"))
            Panel(at, until);
    }

    private void Panel(int start, int end)
    {
        var name = Text.Span[start..end];
        if (name.Contains('&'))
            Refer(Verb.Sends, ThingKind.Resource, start, end, null);
        else
            Add(Verb.Sends, ThingKind.Resource, $"PANEL {name.Upper()}", Text.At(start), null, null, null);
    }

    private void Edited(Verb verb, int start, int end)
    {
        foreach (var (at, until) in Values(start, end, "DATASET"))
            DataSet(verb, at, until, null);
        foreach (var (at, until) in Values(start, end, "MACRO"))
            Program(Verb.Calls, at, until);
        foreach (var (at, until) in Values(start, end, "PANEL"))
            Panel(at, until);
    }

    private void Libraries(int start, int end)
    {
        var (first, after) = FirstWord(start, end);
        var library = Text.Span[first..after].Upper();
        foreach (var (at, until) in Values(start, end, "ID"))
            foreach (var (from, to) in Words(at, until, 100))
                DataSet(Verb.Uses, from, to, library);
    }

    /// <summary>What the keyword has in parentheses; nothing where it is not.</summary>
    private List<(int Start, int End)> Values(int start, int end, string keyword)
    {
        List<(int, int)> values = [];
        var keywords = new Keywords(Text.Span[start..end], quoted: true);
        while (keywords.MoveNext())
            if (keywords.HasValue && !keywords.Value.IsEmpty && keywords.Is(keyword))
                values.Add((start + keywords.ValueAt, start + keywords.ValueAt + keywords.Value.Length));
        return values;
    }
}
