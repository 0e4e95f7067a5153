using Sluice.Mainframe.Signs;

namespace Sluice.Mainframe;

/// <summary>Works out what a member is. Its content counts; extension and library decide what that leaves open.</summary>
public static class MemberKinds
{
    /// <param name="path">With as much of its folders as is known: <c>PROD.PROCLIB/PAYROLL</c>, <c>cbl/payroll.cbl</c>.</param>
    /// <param name="content">Exact bytes.</param>
    public static MemberKind Of(string path, ReadOnlySpan<byte> content)
    {
        if (Hint.IsNoSource(path) || MemberText.Read(content) is not { } lines)
            return MemberKind.Other;
        return Of(Hint.Of(path), lines);
    }

    private static MemberKind Of(MemberKind? hint, IReadOnlyList<string> lines) => (ByContent(lines), hint) switch
    {
        (null, _) => hint ?? MemberKind.Other,
        // Whole programs can be copied in, and a record without a program is a copybook whatever its file is called.
        (MemberKind.Cobol, MemberKind.Copybook) => MemberKind.Copybook,
        // JCL without JOB and PROC can be either; see JclSigns.
        (MemberKind.Proc, MemberKind.Jcl) when !JclSigns.BeginsWithProc(lines) => MemberKind.Jcl,
        // SQL is a definition or a utility's input, depending on where it is kept.
        (MemberKind.Ddl, MemberKind.ControlCard) => MemberKind.ControlCard,
        (MemberKind.ControlCard, MemberKind.Ddl) => MemberKind.Ddl,
        (MemberKind.ControlCard, MemberKind.Csd) => MemberKind.Csd,
        (MemberKind.ControlCard or MemberKind.Copybook, MemberKind.Scheduler) => MemberKind.Scheduler,
        (var kind, _) => kind.Value,
    };

    private static MemberKind? ByContent(IReadOnlyList<string> lines) =>
        JclSigns.In(lines) is { } jcl ? jcl
        : BmsSigns.In(lines) ? MemberKind.Bms
        : CobolSigns.OfProgram(lines) ? MemberKind.Cobol
        : SchedulerSigns.In(lines) ? MemberKind.Scheduler
        : CsdSigns.In(lines) ? MemberKind.Csd
        : DdlSigns.In(lines) ? MemberKind.Ddl
        : ControlCardSigns.In(lines) ? MemberKind.ControlCard
        : CobolSigns.OfCopybook(lines) ? MemberKind.Copybook
        : null;
}
