namespace Sluice.Mainframe;

/// <summary>What a member's extension, or else its library's name, says that it is.</summary>
internal static class Hint
{
    // Documents quote the languages; none of these is ever one of them.
    private static readonly HashSet<string> NoSource = new(StringComparer.OrdinalIgnoreCase)
    {
        "md", "markdown", "adoc", "rst", "html", "htm", "json", "yaml", "yml", "properties", "csv", "log", "pdf",
    };

    private static readonly Dictionary<string, MemberKind> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["cbl"] = MemberKind.Cobol, ["cob"] = MemberKind.Cobol, ["cobol"] = MemberKind.Cobol, ["ccp"] = MemberKind.Cobol,
        ["cpy"] = MemberKind.Copybook, ["copy"] = MemberKind.Copybook, ["cpb"] = MemberKind.Copybook,
        ["copybook"] = MemberKind.Copybook, ["copylib"] = MemberKind.Copybook, ["cpylib"] = MemberKind.Copybook,
        ["dcl"] = MemberKind.Copybook, ["dclgen"] = MemberKind.Copybook,
        ["jcl"] = MemberKind.Jcl, ["job"] = MemberKind.Jcl, ["jcllib"] = MemberKind.Jcl, ["cntl"] = MemberKind.Jcl,
        ["prc"] = MemberKind.Proc, ["proc"] = MemberKind.Proc, ["procs"] = MemberKind.Proc, ["proclib"] = MemberKind.Proc,
        ["jclproc"] = MemberKind.Proc,
        ["bms"] = MemberKind.Bms, ["maps"] = MemberKind.Bms, ["bmslib"] = MemberKind.Bms,
        ["ddl"] = MemberKind.Ddl, ["sql"] = MemberKind.Ddl,
        ["ctl"] = MemberKind.ControlCard, ["ctc"] = MemberKind.ControlCard, ["lnk"] = MemberKind.ControlCard,
        ["lked"] = MemberKind.ControlCard, ["bnd"] = MemberKind.ControlCard, ["bind"] = MemberKind.ControlCard,
        ["srt"] = MemberKind.ControlCard, ["sysin"] = MemberKind.ControlCard, ["parmlib"] = MemberKind.ControlCard,
        ["ctllib"] = MemberKind.ControlCard, ["cardlib"] = MemberKind.ControlCard, ["ctlcards"] = MemberKind.ControlCard,
        ["csd"] = MemberKind.Csd,
        ["ca7"] = MemberKind.Scheduler, ["controlm"] = MemberKind.Scheduler, ["ctm"] = MemberKind.Scheduler,
        ["jil"] = MemberKind.Scheduler, ["esp"] = MemberKind.Scheduler, ["opc"] = MemberKind.Scheduler,
        ["tws"] = MemberKind.Scheduler, ["scheduler"] = MemberKind.Scheduler,
    };

    public static bool IsNoSource(string path) => NoSource.Contains(Extension(path));

    public static MemberKind? Of(string path) => Known.TryGetValue(Word(path), out var kind) ? kind : null;

    /// <summary>The extension; where there is none, the last qualifier of the library: <c>PROD.PROCLIB</c>.</summary>
    public static string Word(string path) =>
        Extension(path) is { Length: > 0 } extension ? extension : LastQualifier(Path.GetDirectoryName(path));

    private static string Extension(string path) => Path.GetExtension(path).TrimStart('.') is var extension
        && extension.Contains(')', StringComparison.Ordinal) ? "" : extension;

    private static string LastQualifier(string? folder) => Path.GetFileName(folder ?? "").Split('.')[^1];
}
