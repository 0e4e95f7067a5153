using Sluice.Mainframe.Commands;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Schedulers;

/// <summary>AutoSys job definitions: what a job runs, the box it is in, and whose end it waits for.</summary>
/// <remarks>
/// AutoSys Workload Automation, Reference Guide, "JIL subcommands" and "JIL job definitions": <c>attribute: value</c>, several on
/// a line or one; comments are <c>/* */</c> and lines that begin with #. A condition is made of <c>s(JOB)</c>,
/// <c>success(JOB)</c> and the like.
/// </remarks>
internal static class JilReader
{
    private static readonly string[] Subcommands = ["insert_job", "update_job", "delete_job", "override_job", "delete_box"];

    public static bool Begins(ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(':');
        if (colon < 0)
            return false;
        foreach (var subcommand in Subcommands)
            if (line[..colon].TrimEnd(' ').Equals(subcommand, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    public static void Read(string name, SourceText source, Findings findings)
    {
        var by = new Thing(ThingKind.ControlMember, name);
        var job = default(Thing?);
        var inComment = false;
        for (var line = 1; line <= source.Count; line++)
        {
            var text = source[line];
            var start = text.IndexOfAnyExcept(' ');
            if (start < 0 || text[start] == '#')
                continue;
            if (inComment || text[start..].StartsWith("/*", StringComparison.Ordinal))
            {
                inComment = !text.Contains("*/", StringComparison.Ordinal);
                continue;
            }
            var colon = text.IndexOf(':');
            if (colon < 0)
                continue;
            var attribute = text[start..colon].TrimEnd(' ');
            var at = colon + 1;
            while (at < text.Length && text[at] == ' ')
                at++;
            var value = text[at..];
            if (Begins(text[start..]))
                job = Begin(by, attribute, value, new(line, at + 1), text, findings);
            else if (job is { } whole)
                Attribute(whole, attribute, value, new(line, at + 1), text, findings);
        }
    }

    private static Thing? Begin(Thing by, ReadOnlySpan<char> subcommand, ReadOnlySpan<char> value, Place at,
        ReadOnlySpan<char> text, Findings findings)
    {
        // job_type: may stand on the same line.
        var end = value.IndexOf(' ');
        var name = end < 0 ? value : value[..end];
        var job = new Thing(ThingKind.ScheduledJob, name.Upper());
        if (name.IsEmpty)
        {
            findings.Complain(at, "jil.no-name", "The job has no name.");
            return null;
        }
        if (subcommand.StartsWith("insert", StringComparison.OrdinalIgnoreCase))
        {
            if (SymbolicName.Why(name) is null)
                findings.Define(job.Kind, job.Name, at);
            return job;
        }
        if (subcommand.StartsWith("delete", StringComparison.OrdinalIgnoreCase))
            Refer(by, Verb.Deletes, job, at, text, null, findings);
        return subcommand.StartsWith("delete", StringComparison.OrdinalIgnoreCase) ? null : job;
    }

    private static void Attribute(Thing job, ReadOnlySpan<char> attribute, ReadOnlySpan<char> value, Place at,
        ReadOnlySpan<char> text, Findings findings)
    {
        if (value.IsEmpty)
            return;
        if (attribute.Equals("box_name", StringComparison.OrdinalIgnoreCase))
            Refer(new(ThingKind.ScheduledJob, value.Upper()), Verb.Contains, job, at, text, null, findings);
        // Of jobs on z/OS: the library and member of the JCL.
        else if (attribute.Equals("jcl_member", StringComparison.OrdinalIgnoreCase))
            Refer(job, Verb.Runs, new(ThingKind.Job, value.Upper()), at, text, null, findings);
        else if (attribute.Equals("jcl_library", StringComparison.OrdinalIgnoreCase))
            Refer(job, Verb.Uses, new(ThingKind.DataSet, value.Trim("'\"").Upper()), at, text, null, findings);
        else if (attribute.Equals("condition", StringComparison.OrdinalIgnoreCase))
            Condition(job, value, at, text, findings);
    }

    private static void Condition(Thing job, ReadOnlySpan<char> value, Place at, ReadOnlySpan<char> text, Findings findings)
    {
        for (var open = 0; open < value.Length; open++)
        {
            if (value[open] != '(')
                continue;
            var start = open;
            while (start > 0 && char.IsAsciiLetter(value[start - 1]))
                start--;
            if (start == open)
                continue;
            var close = value[open..].IndexOf(')');
            if (close < 0)
                return;
            // s(JOB^INSTANCE,LOOKBACK): only the first is the job; v() tests a global variable.
            var inner = value.Slice(open + 1, close - 1);
            var end = inner.IndexOfAny(",^");
            var name = end < 0 ? inner : inner[..end];
            var isVariable = value[start..open].Equals("v", StringComparison.OrdinalIgnoreCase)
                || value[start..open].Equals("value", StringComparison.OrdinalIgnoreCase);
            Refer(job, Verb.Follows, new(isVariable ? ThingKind.Condition : ThingKind.ScheduledJob, name.Upper()),
                at with { Column = at.Column + open + 1 }, text, value[start..open].ToString(), findings);
            open += close;
        }
    }

    private static void Refer(Thing from, Verb verb, Thing to, Place at, ReadOnlySpan<char> text, string? through,
        Findings findings) =>
        findings.Refer(SymbolicName.Judge(new(from, verb, to, at, OneLine.Of(text)) { Through = through }));
}
