using Sluice.Mainframe.Signs;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe;

/// <summary>Works out what a member is. Its content counts; extension and library decide what that leaves open.</summary>
public static class MemberKinds
{
    // Whole records of 80 bytes, or the last would be cut in two.
    private const int Enough = 80 * 3276;

    /// <param name="path">With as much of its folders as is known: <c>PROD.PROCLIB/PAYROLL</c>, <c>cbl/payroll.cbl</c>.</param>
    /// <param name="content">Exact bytes; the first 256 KiB do.</param>
    public static MemberKind Of(string path, ReadOnlySpan<byte> content)
    {
        if (Hint.IsNoSource(path))
            return MemberKind.Other;
        using var source = SourceText.Read(content[..Math.Min(content.Length, Enough)]);
        return source is null ? MemberKind.Other : Of(path, source);
    }

    /// <param name="path">With as much of its folders as is known.</param>
    public static MemberKind Of(string path, SourceText source)
    {
        if (Hint.IsNoSource(path))
            return MemberKind.Other;
        var hint = Hint.Of(path);
        return Of(ByContent(hint, source), hint, source);
    }

    internal static MemberKind Of(MemberKind? told, MemberKind? hint, SourceText source) => (told, hint) switch
    {
        (null, _) => hint ?? MemberKind.Other,
        // Whole programs can be copied in, and a record without a program is a copybook whatever its file is called.
        (MemberKind.Cobol, MemberKind.Copybook) => MemberKind.Copybook,
        // JCL without JOB and PROC can be either; see JclSigns.
        (MemberKind.Proc, MemberKind.Jcl) when !JclSigns.BeginsWithProc(source) => MemberKind.Jcl,
        // SQL is a definition or a utility's input, depending on where it is kept.
        (MemberKind.Ddl, MemberKind.ControlCard) => MemberKind.ControlCard,
        (MemberKind.ControlCard, MemberKind.Ddl) => MemberKind.Ddl,
        (MemberKind.ControlCard, MemberKind.Csd) => MemberKind.Csd,
        (MemberKind.ControlCard or MemberKind.Copybook, MemberKind.Scheduler) => MemberKind.Scheduler,
        (var kind, _) => kind.Value,
    };

    /// <returns>Null when the content does not tell.</returns>
    internal static MemberKind? ByContent(MemberKind? hint, SourceText source) =>
        JclSigns.In(source) is { } jcl ? jcl
        : ByLine(source) is { } program ? program
        : hint is MemberKind.Copybook or MemberKind.Cobol && CobolSigns.OfCopybook(source) ? MemberKind.Copybook
        : SchedulerSigns.In(source) ? MemberKind.Scheduler
        : CsdSigns.In(source) ? MemberKind.Csd
        : DdlSigns.In(source) ? MemberKind.Ddl
        : ControlCardSigns.In(source) ? MemberKind.ControlCard
        // SET is a statement of both.
        : !CommandSigns.OfMq(source) && CobolSigns.OfCopybook(source) ? MemberKind.Copybook
        : null;

    // Anything may come before: comments by the hundred, what a library system puts at the beginning.
    private static MemberKind? ByLine(SourceText source)
    {
        for (var number = 1; number <= source.Count; number++)
        {
            var line = source.Beginning(number);
            if (line.Length == 0)
                continue;
            if (BmsSigns.IsMacro(line))
                return MemberKind.Bms;
            if (CobolSigns.IsUnit(line))
                return MemberKind.Cobol;
        }
        return null;
    }
}
