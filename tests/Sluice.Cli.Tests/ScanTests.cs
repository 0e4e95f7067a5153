using System.Text.Json.Nodes;

namespace Sluice.Cli.Tests;

public sealed class ScanTests : IDisposable
{
    private readonly Shell shell = new Shell().With("SLUICE_URL", "http://127.0.0.1:1"); // nobody there
    private readonly DirectoryInfo sources = Directory.CreateTempSubdirectory("sluice-sources");

    public ScanTests()
    {
        Put("cbl/PAY.cbl", "       PROGRAM-ID. PAY.\n       COPY PAYREC.\n       01 NEXT-PGM PIC X(8) VALUE 'PAY02'.\n           CALL 'PAY01'.\n           CALL NEXT-PGM.\n           CALL OTHER.\n");
        Put("cpy/PAYREC.cpy", "       01 PAY-REC.\n           05 PAY-ID PIC 9(9).\n");
        Put("load/PAY", "\0\u0001\0");
    }

    [Fact]
    public async Task Scan_says_what_is_there_and_how_sure_each_reference_is()
    {
        var ran = await shell.Run("scan", sources.FullName);

        Assert.Equal(Exit.Yes, ran.Code);
        Assert.Contains("2 members, 8 lines.", ran.Out, StringComparison.Ordinal);
        Assert.Matches(@"calls program\s+1\s+1\s+1", ran.Out);
        Assert.Contains("load/PAY: skipped: It is not text", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_gives_place_text_and_the_way_a_candidate_took()
    {
        var ran = await shell.Run("scan", sources.FullName, "--json");

        var calls = JsonNode.Parse(ran.Out)!["references"]!.AsArray().Where(reference => (string)reference!["verb"]! == "calls").ToList();
        Assert.Equal(["certain", "candidate", "unresolved"], calls.Select(call => (string)call!["certainty"]!));
        Assert.Equal(("cbl/PAY.cbl", 4, 17, "CALL 'PAY01'"), (
            (string)calls[0]!["path"]!, (int)calls[0]!["line"]!, (int)calls[0]!["column"]!, (string)calls[0]!["text"]!));
        Assert.Equal(("PAY02", 3), ((string)calls[1]!["to"]!["name"]!, (int)calls[1]!["chain"]![0]!["line"]!));
        Assert.Contains("OTHER", (string)calls[2]!["why"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_has_a_line_for_each_reference()
    {
        var ran = await shell.Run("scan", sources.FullName, "--csv");

        var lines = ran.Out.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        Assert.Equal(5, lines.Length);
        Assert.StartsWith("path,line,column,", lines[0], StringComparison.Ordinal);
        Assert.Contains("cbl/PAY.cbl,2,13,program,PAY,copies,copybook,PAYREC,certain,,,COPY PAYREC", lines);
    }

    [Fact]
    public async Task Where_used_names_file_and_line_and_nothing_is_an_exit_code()
    {
        var used = await shell.Run("where-used", "payrec", "--in", sources.FullName);
        var unused = await shell.Run("where-used", "NOBODY", "--in", sources.FullName);

        Assert.Equal(Exit.Yes, used.Code);
        Assert.Contains("cbl/PAY.cbl:2", used.Out, StringComparison.Ordinal);
        Assert.Equal((Exit.Refused, ""), (unused.Code, unused.Out));
        Assert.Contains("Nothing here refers to NOBODY.", unused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_is_named_and_not_followed()
    {
        File.CreateSymbolicLink(Path.Combine(sources.FullName, "out.cbl"), Path.GetTempPath());
        Directory.CreateSymbolicLink(Path.Combine(sources.FullName, "round"), sources.FullName);

        var ran = await shell.Run("scan", sources.FullName);

        Assert.Contains("2 members, 8 lines.", ran.Out, StringComparison.Ordinal);
        Assert.Contains("out.cbl: skipped: It is a link", ran.Error, StringComparison.Ordinal);
        Assert.Contains("round: skipped: It is a link", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_that_is_not_there_is_a_mistake()
    {
        var ran = await shell.Run("scan", Path.Combine(sources.FullName, "nowhere"));

        Assert.Equal(Exit.Misused, ran.Code);
        Assert.Contains("There is no folder", ran.Error, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        shell.Dispose();
        sources.Delete(recursive: true);
    }

    private void Put(string path, string text)
    {
        var file = new FileInfo(Path.Combine(sources.FullName, path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text);
    }
}
