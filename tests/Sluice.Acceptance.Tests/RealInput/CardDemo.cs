using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.RealInput;

/// <summary>A member as its repository has it, and as it is to arrive in a change.</summary>
/// <param name="Kind">By the folder it lies in: said by the people who wrote it, not by us.</param>
internal sealed record Member(FileInfo File, string Kind, string Library)
{
    public string Name => Path.GetFileNameWithoutExtension(File.Name).ToUpperInvariant();

    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(System.IO.File.ReadAllBytes(File.FullName)));

    public override string ToString() => $"{Kind} {Name} {Library} {Sha256}";
}

/// <summary>
/// The sources of CardDemo, read in place. Where the folder is there, everything that the tests take from it is there, or they fail.
/// </summary>
internal sealed partial class CardDemo
{
    private const string Copybook = "CVTRA01Y";
    private readonly DirectoryInfo app;

    private CardDemo(DirectoryInfo app) => this.app = app;

    /// <summary>Skips the test that asks, if they are not there.</summary>
    public static CardDemo Find() => new(new(Path.Combine(TestData.Folder("mainframe").FullName, "src", "carddemo", "app")));

    /// <summary>A copybook and every program that includes it, found by reading them all.</summary>
    public IReadOnlyList<Member> CopybookAndPrograms()
    {
        var programs = app.EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true })
            .Where(file => file.Extension.Equals(".cbl", StringComparison.OrdinalIgnoreCase)
                && Includes().IsMatch(File.ReadAllText(file.FullName)))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => new Member(file, "cobol", "CARDDEMO.CBL")).ToList();
        Assert.Equal(["CBACT04C", "CBTRN02C"], programs.Select(program => program.Name));
        return [new(At("cpy", Copybook + ".cpy"), "copybook", "CARDDEMO.CPY"), .. programs];
    }

    /// <summary>A job and the procedure that it executes.</summary>
    public IReadOnlyList<Member> JobAndProcedure()
    {
        var job = At("jcl", "TRANBKP.jcl");
        Assert.Contains("EXEC PROC=REPROC", File.ReadAllText(job.FullName), StringComparison.Ordinal);
        return [new(job, "jcl", "CARDDEMO.JCL"), new(At("proc", "REPROC.prc"), "proc", "CARDDEMO.PROC")];
    }

    /// <summary>
    /// Two tables' DDL, the control card that frees the plan bound on them, and what binds it anew: CardDemo has its only BIND
    /// within a procedure.
    /// </summary>
    public IReadOnlyList<Member> TablesAndBind()
    {
        var bind = new FileInfo(Path.Combine(app.Parent!.FullName, "samples", "proc", "BLDCIDB2.prc"));
        Assert.Contains("BIND    PLAN", File.ReadAllText(bind.FullName), StringComparison.Ordinal);
        return
        [
            new(At("app-transaction-type-db2", "ctl", "DB2FREE.ctl"), "control-card", "CARDDEMO.CNTL"),
            new(At("app-transaction-type-db2", "ddl", "TRNTYPE.ddl"), "ddl", "CARDDEMO.DDL"),
            new(At("app-transaction-type-db2", "ddl", "XTRNTYPE.ddl"), "ddl", "CARDDEMO.DDL"),
            new(bind, "proc", "CARDDEMO.PROC"),
        ];
    }

    private FileInfo At(params string[] path) => new(Path.Combine([app.FullName, .. path]));

    [GeneratedRegex($@"^.{{6}} .*\bCOPY\s+{Copybook}\b", RegexOptions.Multiline)]
    private static partial Regex Includes();
}
