namespace Sluice.Cli.Tests;

/// <summary>What a scan takes from the snapshot before it.</summary>
public sealed class RescanTests : IDisposable
{
    private static readonly DateTime Monday = new(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc);

    private readonly Shell shell = new Shell().With("SLUICE_URL", "http://127.0.0.1:1"); // nobody there
    private readonly DirectoryInfo sources = Directory.CreateTempSubdirectory("sluice-sources");

    [Fact]
    public async Task File_that_was_just_written_is_read_again_as_it_may_be_written_once_more_in_the_same_tick()
    {
        Put("PAY.cbl", "       PROGRAM-ID. PAY.\n", Monday);
        Put("PAY01.cbl", "       PROGRAM-ID. PAY01.\n", Monday.AddYears(100));
        Assert.Contains("2 members, 2 lines; 2 read now.", (await Scan()).Out, StringComparison.Ordinal);

        Assert.Contains("2 members, 2 lines; 1 read now.", (await Scan()).Out, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        shell.Dispose();
        sources.Delete(recursive: true);
    }

    private Task<Shell.Ran> Scan() => shell.Run("scan", sources.FullName, "--snapshot", Path.Combine(shell.Folder, "estate.snapshot"));

    private void Put(string name, string text, DateTime at)
    {
        var file = Path.Combine(sources.FullName, name);
        File.WriteAllText(file, text);
        File.SetLastWriteTimeUtc(file, at);
    }
}
