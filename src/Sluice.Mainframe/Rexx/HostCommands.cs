using System.Buffers;
using Sluice.Mainframe.Commands;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Rexx;

/// <summary>What a command that an exec or a CLIST gives refers to. Variables stand in it behind an ampersand.</summary>
/// <remarks>z/OS TSO/E Command Reference; TSO/E REXX Reference, chapter "TSO/E REXX Commands" (EXECIO).</remarks>
internal sealed partial class HostCommands(Thing from, Findings findings)
{
    private const int LongestCommand = 64 * 1024;
    private const int LongestName = 8;
    private const int DeepestNesting = 8;
    private const string Variable = "A variable stands for the name or a part of it; its value is known at run time.";
    private const string Prefixed = "Without apostrophes the user's prefix is put in front of the name.";
    private const string WhatRuns = "Whether it is a command, an exec or a CLIST, the libraries of the session tell.";

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789@#$");

    private string shown = "";

    /// <summary>The command, filled by whoever reads it.</summary>
    public StatementText Text { get; } = new(LongestCommand);

    /// <param name="environment">That it is given to; empty when it cannot be told.</param>
    public void Read(string environment, string statement) => Read(environment, 0, statement);

    /// <param name="start">Where in the text it begins.</param>
    public void Read(string environment, int start, string statement)
    {
        shown = statement;
        switch (environment)
        {
            case "TSO" or "MVS" or "":
                Tso(start, Text.Length, 0);
                break;
            case "ISPEXEC":
                Ispf(start, Text.Length, 0);
                break;
            case "LINK" or "LINKMVS" or "LINKPGM" or "ATTACH" or "ATTCHMVS" or "ATTCHPGM":
                if (FirstWord(start, Text.Length) is var (first, end) && first < end)
                    Program(Verb.Calls, first, end);
                break;
            case "DSNREXX":
                ExecSql(start, Text.Length);
                break;
            case "DSN":
                Subcommand(start, Text.Length);
                break;
        }
    }

    /// <summary>DSN reads its subcommands from the stack.</summary>
    public void Stacked(string statement)
    {
        shown = statement;
        Subcommand(0, Text.Length);
    }

    public static bool IsProgramName(ReadOnlySpan<char> name) => name.Length is > 0 and <= LongestName
        && (char.IsAsciiLetter(name[0]) || name[0] is '@' or '#' or '$')
        && !name.ContainsAnyExcept(NameCharacters);

    public void Held(Verb verb, ThingKind kind, string variable, Place at, string statement)
    {
        shown = statement;
        Add(verb, kind, variable, at, Variable, variable, null);
    }

    private void Tso(int start, int end, int depth)
    {
        var (first, after) = FirstWord(start, end);
        if (first >= after || depth > DeepestNesting)
            return;
        var word = Text.Span[first..after];
        if (word[0] == '%')
        {
            Program(Verb.Calls, first + 1, after);
            return;
        }
        switch (word.Upper())
        {
            case "CALL":
                Called(after, end);
                break;
            case "EXEC" or "EX":
                Called(after, end);
                break;
            case "ALLOCATE" or "ALLOC":
                Allocation(after, end, true);
                break;
            case "DELETE" or "DEL":
                foreach (var (at, until) in Words(after, end, 1))
                    DataSet(Verb.Deletes, at, until, null);
                break;
            case "SUBMIT" or "SUB":
                Submitted(after, end);
                break;
            case "EXECIO":
                Transfer(after, end);
                break;
            case "ISPEXEC":
                Ispf(after, end, depth + 1);
                break;
            case "ISPSTART":
                Selected(after, end, depth + 1);
                break;
            case "TSOEXEC":
                Tso(after, end, depth + 1);
                break;
            case "RUN":
                Subcommand(first, end);
                break;
            case "EXECSQL":
                ExecSql(first, end);
                break;
            case var name when TsoCommandNames.Contains(name):
                break;
            default:
                Unknown(first, after);
                break;
        }
    }

    /// <summary>A word that is no command of TSO/E: a command processor, an exec or a CLIST.</summary>
    private void Unknown(int start, int end)
    {
        var word = Text.Span[start..end];
        if (word[0] == '&')
            Program(Verb.Calls, start, end);
        else if (IsProgramName(word))
            findings.Refer(new(from, Verb.Calls, new(ThingKind.Program, word.Upper()), Text.At(start), shown)
            {
                Certainty = Certainty.Candidate, Chain = [new(null, Text.At(start), shown)], Why = WhatRuns,
            });
    }

    /// <summary>CALL and EXEC name a member of a library; <c>*(NAME)</c> is looked for as LINK does.</summary>
    private void Called(int start, int end)
    {
        foreach (var (at, until) in Words(start, end, 1))
        {
            var word = Text.Span[at..until];
            var open = word.IndexOf('(');
            if (open < 0)
            {
                DataSet(Verb.Reads, at, until, null);
                return;
            }
            var close = word[open..].IndexOf(')') is > 0 and var length ? open + length : word.Length;
            Program(Verb.Calls, at + open + 1, at + close);
            if (word[0] != '*')
                DataSet(Verb.Reads, at, until, null);
        }
    }

    /// <summary>The job is usually named after the member that it is in.</summary>
    private void Submitted(int start, int end)
    {
        foreach (var (at, until) in Words(start, end, 1))
        {
            DataSet(Verb.Reads, at, until, null);
            var word = Text.Span[at..until];
            if (word.IndexOf('(') is > 0 and var open && word[open..].IndexOf(')') is > 1 and var length
                && word.Slice(open + 1, length - 1) is var member && IsProgramName(member))
                findings.Refer(new(from, Verb.Runs, new(ThingKind.Job, member.Upper()), Text.At(at + open + 1), shown)
                {
                    Certainty = Certainty.Candidate, Chain = [new(null, Text.At(at), shown)],
                    Why = "A member that is submitted usually has the name of the job in it.",
                });
        }
    }

    private void Transfer(int start, int end)
    {
        var words = Words(start, end, 3);
        if (words.Count < 3)
            return;
        Verb? verb = Text.Span[words[1].Start..words[1].End].Upper() switch
        {
            "DISKR" => Verb.Reads,
            "DISKW" => Verb.Writes,
            "DISKRU" => Verb.Updates,
            _ => null,
        };
        if (verb is { } does)
            Refer(does, ThingKind.DdName, words[2].Start, words[2].End, null);
    }

    private void Program(Verb verb, int start, int end) => Refer(verb, ThingKind.Program, start, end, null);

    /// <summary>A name as it stands in the command; with a variable in it, it cannot be told.</summary>
    private void Refer(Verb verb, ThingKind kind, int start, int end, string? through, string? detail = null)
    {
        var written = Text.Span[start..end].TrimStart(" '");
        start = end - written.Length;
        var name = written.TrimEnd(" '");
        if (name.IsEmpty)
            return;
        if (!name.Contains('&'))
            Add(verb, kind, name.Upper(), Text.At(start), null, null, through, detail);
        else if (name[0] == '&' && name[1..].TrimEnd('.').Upper() is { Length: > 0 } variable
            && !variable.AsSpan().ContainsAny('&', '(') && !variable.Contains("..", StringComparison.Ordinal))
            Add(verb, kind, variable, Text.At(start), Variable, variable, through, detail);
        else
            Add(verb, kind, name.Upper(), Text.At(start), Variable, null, through, detail);
    }

    private void Add(Verb verb, ThingKind kind, string target, Place at, string? why, string? variable, string? through,
        string? detail = null)
    {
        if (variable is not null)
            (kind is ThingKind.Program ? programs : variables).Add(variable);
        findings.Refer(new(from, verb, new(kind, target), at, shown)
        {
            Certainty = why is null ? Certainty.Certain : Certainty.Unresolved, Why = why, Variable = variable, Through = through,
            Detail = detail,
        });
    }

    /// <summary>The first words.</summary>
    private List<(int Start, int End)> Words(int start, int end, int most)
    {
        List<(int Start, int End)> words = [];
        while (words.Count < most && FirstWord(start, end) is var word && word.First < word.After)
        {
            words.Add(word);
            start = word.After;
        }
        return words;
    }

    /// <summary>Blanks and commas separate words, save within apostrophes; empty when there is none.</summary>
    private (int First, int After) FirstWord(int start, int end)
    {
        var text = Text.Span;
        while (start < end && text[start] is ' ' or ',' or '\n')
            start++;
        var after = start;
        for (var inText = false; after < end && (inText || text[after] is not (' ' or ',' or '\n')); after++)
            inText ^= text[after] == '\'';
        return (start, after);
    }
}
