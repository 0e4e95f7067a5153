using Sluice.Mainframe.Commands;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Schedulers;

/// <summary>What LJOB prints: after its command the job with its JCL member, then sections with titles between dashes.</summary>
internal sealed class Ca7Listing(SourceText source, Findings findings)
{
    private const string None = "*NONE*";

    private enum Section
    {
        /// <summary>Nothing in it names other jobs.</summary>
        Other,

        /// <summary>What it lists comes before the job.</summary>
        Before,

        /// <summary>What it lists comes after the job.</summary>
        After,
    }

    private Thing? job;
    private Section section;
    private bool isHeading;

    /// <returns>Whether the line is part of a listing.</returns>
    public bool Read(int line)
    {
        var text = source[line];
        var trimmed = text.TrimStart(' ');
        // A printed page begins with a carriage control character.
        if (trimmed is ['1', 'L' or 'l', ..])
            trimmed = trimmed[1..];
        if (trimmed.StartsWith("LJOB,", StringComparison.OrdinalIgnoreCase))
            Begin(trimmed);
        else if (job is null)
            return false;
        else if (trimmed.StartsWith("---", StringComparison.Ordinal))
            section = Titled(trimmed);
        else if (trimmed.StartsWith("NAME ", StringComparison.Ordinal) && trimmed.Contains("MEMBER", StringComparison.Ordinal))
            isHeading = true;
        else if (isHeading && !trimmed.IsEmpty)
            JobLine(line);
        else if (section != Section.Other)
            Connection(line);
        else
            Library(line);
        return true;
    }

    private void Begin(ReadOnlySpan<char> command)
    {
        var value = CommaOperands.Find(command, "JOB", out _);
        job = value.IsEmpty ? null : new(ThingKind.ScheduledJob, value.Upper());
        (section, isHeading) = (Section.Other, false);
    }

    private static Section Titled(ReadOnlySpan<char> line)
    {
        var title = line.Trim(" -");
        if (Says(title, "TRIGGERED BY") || Says(title, "REQUIREMENTS") || Says(title, "PREDECESSOR"))
            return Section.Before;
        return Says(title, "TRIGGERED") || Says(title, "SUCCESSOR") ? Section.After : Section.Other;
    }

    private static bool Says(ReadOnlySpan<char> title, ReadOnlySpan<char> words) => title.Contains(words, StringComparison.Ordinal);

    /// <summary><c>PAYJOB 255 PAYJOB PAYSYS …</c>: the job, its JCL library's number and its member.</summary>
    private void JobLine(int line)
    {
        isHeading = false;
        var text = source[line];
        var word = 0;
        Span<(int Start, int Length)> words = stackalloc (int, int)[3];
        for (var at = 0; word < words.Length && at < text.Length;)
        {
            at += text[at..].IndexOfAnyExcept(' ') is >= 0 and var blanks ? blanks : text.Length - at;
            var length = text[at..].IndexOf(' ') is >= 0 and var end ? end : text.Length - at;
            words[word++] = (at, length);
            at += length;
        }
        if (word < words.Length)
        {
            findings.Complain(new(line, 1), "ca7.short-line", "The job's line ends before its JCL member.");
            return;
        }
        var name = new Thing(ThingKind.ScheduledJob, text.Slice(words[0].Start, words[0].Length).Upper());
        findings.Define(name.Kind, name.Name, new(line, words[0].Start + 1));
        job = name;
        var member = text.Slice(words[2].Start, words[2].Length);
        if (!member.SequenceEqual(None))
            Refer(name, Verb.Runs, new(ThingKind.Job, member.Upper()), new(line, words[2].Start + 1), line, null);
    }

    private void Connection(int line)
    {
        var text = source[line];
        // A user requirement is what somebody has to do before: words, and nobody's name.
        if (text.TrimStart(' ').StartsWith("USR=", StringComparison.OrdinalIgnoreCase))
            return;
        var other = CommaOperands.Find(text, "JOB", out var at);
        var schedule = CommaOperands.Find(text, "SCHID", out _) is { IsEmpty: false } id ? $"SCHID={id}" : null;
        if (!other.IsEmpty)
        {
            var (sign, bare) = Ca7Name.Of(other);
            var connected = new Thing(ThingKind.ScheduledJob, bare.Upper());
            var (from, to) = section == Section.Before ? (job!.Value, connected) : (connected, job!.Value);
            Refer(from, Verb.Follows, to, new(line, at + 1 + other.Length - bare.Length), line, sign ?? schedule);
            return;
        }
        if (section == Section.After)
            return;
        if (CommaOperands.Find(text, "DSN", out at) is { IsEmpty: false } dataSet)
            Refer(job!.Value, Verb.Follows, new(ThingKind.DataSet, dataSet.Upper()), new(line, at + 1), line, schedule);
    }

    private void Library(int line)
    {
        if (CommaOperands.Find(source[line], "JCLLIB", out var at) is { IsEmpty: false } library && !library.SequenceEqual(None))
            Refer(job!.Value, Verb.Uses, new(ThingKind.DataSet, library.Upper()), new(line, at + 1), line, "JCLLIB");
    }

    private void Refer(Thing from, Verb verb, Thing to, Place at, int line, string? through) =>
        findings.Refer(SymbolicName.Judge(new(from, verb, to, at, OneLine.Of(source[line])) { Through = through }));
}
