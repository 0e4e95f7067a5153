namespace Sluice.Mainframe.Tests;

/// <summary>What the members are: by the table of programs and jobs, and for the rest by the folders of their repositories.</summary>
internal static class Truth
{
    public static string? Folder { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Ends the test as skipped, and counted so, where there is no such data.</summary>
    public static void IsNeeded() => Assert.SkipWhen(Folder is null, "There is no test data named mainframe.");

    public static List<(string Path, MemberKind Kind)> Members()
    {
        var source = Path.Combine(Folder!, "src");
        var table = File.ReadLines(Path.Combine(Folder!, "truth", "members.csv")).Skip(1).Select(line => line.Split(','))
            .ToDictionary(row => Path.Combine(source, row[0]), row => row[1] switch
            {
                "COBOL" => MemberKind.Cobol,
                "COPYBOOK" => MemberKind.Copybook,
                "JOB" => MemberKind.Jcl,
                "PROC" => MemberKind.Proc,
                _ => throw new InvalidDataException(row[1]),
            });
        return [.. Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => (path, table.TryGetValue(path, out var kind) ? kind : ByFolder(path)))];
    }

    private static MemberKind ByFolder(string path) => Path.GetFileName(Path.GetDirectoryName(path)) switch
    {
        "bms" => MemberKind.Bms,
        "ddl" => MemberKind.Ddl,
        "csd" => MemberKind.Csd,
        "ctl" or "link" => MemberKind.ControlCard,
        "scheduler" => MemberKind.Scheduler,
        _ => MemberKind.Other,
    };

    private static string? Find(DirectoryInfo? folder)
    {
        if (Environment.GetEnvironmentVariable("SLUICE_TEST_DATA") is { Length: > 0 } named)
            return Path.Combine(named, "mainframe") is var there && Directory.Exists(there) ? there : null;
        return folder is null ? null
            : Path.Combine(folder.FullName, "shared", "data", "mainframe") is var found && Directory.Exists(found) ? found
            : Find(folder.Parent);
    }
}
