using Sluice.Mainframe.Commands;

namespace Sluice.Mainframe.Rexx;

// z/OS TSO/E Command Reference, chapter on ALLOCATE and "Data set naming conventions"; z/OS Using REXX and z/OS UNIX System
// Services, BPXWDYN, whose names are always whole.
internal sealed partial class HostCommands
{
    public void DynamicAllocation(string statement)
    {
        shown = statement;
        var (first, after) = FirstWord(0, Text.Length);
        if (Abbreviation.Is(Text.Span[first..after], "ALLOCATE", "ALLOC".Length))
            Allocation(after, Text.Length, false);
    }

    /// <summary>A function that looks at a data set.</summary>
    public void LookedAt(string statement)
    {
        shown = statement;
        foreach (var (at, until) in Words(0, Text.Length, 1))
            DataSet(Verb.Uses, at, until, null);
    }

    /// <summary>OPENFILE of a CLIST: <c>OPENFILE &amp;PAYIN OUTPUT</c>, whose variable is named like the DD name.</summary>
    public void Opened(int start, string statement)
    {
        shown = statement;
        if (Words(start, Text.Length, 2) is not [var file, ..] words)
            return;
        var mode = words.Count > 1 ? Text.Span[words[1].Start..words[1].End].Upper() : "";
        var name = Text.Span[file.Start..file.End].TrimStart('&');
        Add(mode switch { "OUTPUT" => Verb.Writes, "UPDATE" => Verb.Updates, _ => Verb.Reads }, ThingKind.DdName, name.Upper(),
            Text.At(file.Start), null, null, null);
    }

    private void Allocation(int start, int end, bool isPrefixed)
    {
        (int Start, int End)? dataSets = null;
        string? ddName = null;
        // SHR and OLD only say who else may have it.
        var verb = Verb.Uses;
        var keywords = new Keywords(Text.Span[start..end], quoted: true);
        while (keywords.MoveNext())
            if (keywords.HasValue && (keywords.Is("FILE", 1) || keywords.Is("DDNAME", 2)))
                ddName = keywords.Value.Upper();
            else if (keywords.HasValue && (keywords.Is("DATASET", 2) || keywords.Is("DSNAME", 3)))
                dataSets = (start + keywords.ValueAt, start + keywords.ValueAt + keywords.Value.Length);
            else if (keywords.Is("NEW"))
                verb = Verb.Creates;
            else if (keywords.Is("MOD"))
                verb = Verb.Writes;
        if (dataSets is var (from, until))
            foreach (var (at, to) in Words(from, until, 300))
                if (Text.Span[at..to] is not "*")
                    DataSet(verb, at, to, ddName, isPrefixed);
    }

    /// <summary>In apostrophes it is the whole name; the member in parentheses is none of the data set's name.</summary>
    private void DataSet(Verb verb, int start, int end, string? through, bool isPrefixed = true)
    {
        var written = Text.Span[start..end];
        var isWhole = !isPrefixed || written[0] == '\'';
        var quotes = written[0] == '\'' ? 1 : 0;
        var name = written[quotes..].TrimEnd('\'');
        string? detail = null;
        var open = name.IndexOf('(');
        if (open > 0 && name[open..].IndexOf(')') is > 1 and var close)
            detail = name.Slice(open + 1, close - 1).Upper();
        var length = open < 0 ? name.Length : open;
        if (length == 0)
            return;
        if (isWhole || name.Contains('&'))
            Refer(verb, ThingKind.DataSet, start + quotes, start + quotes + length, through, detail);
        else
            Add(verb, ThingKind.DataSet, name[..length].Upper(), Text.At(start), Prefixed, null, through, detail);
    }
}
