using Sluice.Mainframe.Commands;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Schedulers;

/// <summary>Batch input of the database maintenance panels: <c>ADD,JOB=PAYJOB,JCLID=5,MEMBER=PAYJOB</c>.</summary>
internal sealed class Ca7Commands(Thing by, Findings findings)
{
    public void Read(ReadOnlySpan<char> text, int line)
    {
        var start = text.IndexOfAnyExcept(' ');
        var comma = text[start..].IndexOf(',');
        if (comma < 0)
            return;
        var function = text.Slice(start, comma);
        var isRemoved = Is(function, "DELETE") || Is(function, "DD") || CommaOperands.Find(text, "OPT", out _) is "D";
        if (Is(function, "DEMAND") || Is(function, "DEMANDH") || Is(function, "RUN"))
        {
            if (Job(text, start + comma + 1, out var demanded) is { IsEmpty: false } name)
                Refer(by, Verb.Runs, name, demanded, ThingKind.ScheduledJob, text, line, null);
            return;
        }
        if (!Is(function, "ADD") && !Is(function, "UPD") && !isRemoved)
            return;
        var written = Job(text, start + comma + 1, out var at);
        if (written.IsEmpty)
            return;
        var job = new Thing(ThingKind.ScheduledJob, written.Upper());
        if (isRemoved)
            Refer(by, Verb.Deletes, written, at, ThingKind.ScheduledJob, text, line, Connected(text));
        else
            Define(job, Is(function, "ADD"), at, text, line);
    }

    private void Define(Thing job, bool isNew, int jobAt, ReadOnlySpan<char> text, int line)
    {
        if (isNew && SettledName.Why(job.Name) is null)
            findings.Define(job.Kind, job.Name, new(line, jobAt + 1));
        var library = CommaOperands.Find(text, "JCLLIB", out _) is { IsEmpty: false } named ? named.Upper() : null;
        if (CommaOperands.Find(text, "MEMBER", out var at) is { IsEmpty: false } member)
            Refer(job, Verb.Runs, member, at, ThingKind.Job, text, line, library);
        else if (CommaOperands.Find(text, "JCLMBR", out at) is { IsEmpty: false } other)
            Refer(job, Verb.Runs, other, at, ThingKind.Job, text, line, library);
        if (CommaOperands.Find(text, "DEPJOB", out at) is { IsEmpty: false } before)
        {
            var (sign, name) = Ca7Name.Of(before);
            Refer(job, Verb.Follows, name, at + before.Length - name.Length, ThingKind.ScheduledJob, text, line, sign);
        }
        if (CommaOperands.Find(text, "DEPDSN", out at) is { IsEmpty: false } dataSet)
            Refer(job, Verb.Follows, dataSet, at, ThingKind.DataSet, text, line, null);
        // The one that is triggered follows this one.
        if (CommaOperands.Find(text, "TRGJOB", out at) is { IsEmpty: false } after)
            findings.Refer(SymbolicName.Judge(
                new(new(ThingKind.ScheduledJob, after.Upper()), Verb.Follows, job, new(line, at + 1), OneLine.Of(text))));
    }

    private static string? Connected(ReadOnlySpan<char> text) =>
        CommaOperands.Find(text, "DEPJOB", out _) is { IsEmpty: false } before ? $"DEPJOB={before}"
        : CommaOperands.Find(text, "TRGJOB", out _) is { IsEmpty: false } after ? $"TRGJOB={after}"
        : null;

    /// <summary>
    /// JOB= or JOBL=, or without keyword behind the function and, where the panel has several, what is connected.
    /// </summary>
    private static ReadOnlySpan<char> Job(ReadOnlySpan<char> text, int operands, out int at)
    {
        if (CommaOperands.Find(text, "JOB", out at) is { IsEmpty: false } job)
            return job;
        if (CommaOperands.Find(text, "JOBL", out at) is { IsEmpty: false } longName)
            return longName;
        for (at = operands; at < text.Length;)
        {
            var length = text[at..].IndexOfAny(',', ' ') is >= 0 and var end ? end : text.Length - at;
            var word = text.Slice(at, length);
            if (word.Contains('='))
                break;
            if (!Is(word, "JDEP") && !Is(word, "JOB") && !Is(word, "JOBL") && !Is(word, "JTRG") && !word.IsEmpty)
                return word;
            at += length + 1;
        }
        return default;
    }

    private void Refer(Thing from, Verb verb, ReadOnlySpan<char> name, int at, ThingKind kind, ReadOnlySpan<char> text, int line,
        string? through) =>
        findings.Refer(SymbolicName.Judge(
            new(from, verb, new(kind, name.Upper()), new(line, at + 1), OneLine.Of(text)) { Through = through }));

    private static bool Is(ReadOnlySpan<char> word, ReadOnlySpan<char> other) =>
        word.Equals(other, StringComparison.OrdinalIgnoreCase);
}
