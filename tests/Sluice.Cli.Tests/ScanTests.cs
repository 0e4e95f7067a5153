using System.Text.Json.Nodes;

namespace Sluice.Cli.Tests;

public sealed class ScanTests : IDisposable
{
    private readonly Shell shell = new Shell().With("SLUICE_URL", "http://127.0.0.1:1"); // nobody there
    private readonly DirectoryInfo sources = Directory.CreateTempSubdirectory("sluice-sources");
    private int put;

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
        Assert.Contains("2 members, 8 lines;", ran.Out, StringComparison.Ordinal);
        Assert.Matches(@"calls program\s+1\s+1\s+1", ran.Out);
        Assert.Contains("load/PAY: skipped: It is not text", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_gives_place_text_and_the_way_a_candidate_took()
    {
        var ran = await shell.Run("scan", sources.FullName, "--json");

        var calls = JsonNode.Parse(ran.Out)!["references"]!.AsArray().Where(reference => (string)reference!["verb"]! == "calls").ToList();
        Assert.Equal(["certain", "candidate", "unresolved"], calls.Select(call => (string)call!["certainty"]!));
        Assert.Equal(("cbl/PAY.cbl", 4, 18, "CALL 'PAY01'"), (
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
        Assert.Contains("cbl/PAY.cbl,2,13,program,PAY,copies,copybook,PAYREC,certain,,,COPY PAYREC,", lines);
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

        Assert.Contains("2 members, 8 lines;", ran.Out, StringComparison.Ordinal);
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

    [Fact]
    public async Task Snapshot_answers_without_the_sources_and_is_brought_up_to_date_by_the_next_scan()
    {
        var snapshot = Path.Combine(sources.FullName, ".snapshot");
        var first = await shell.Run("scan", sources.FullName, "--snapshot", snapshot);
        Put("cbl/PAY03.cbl", "       PROGRAM-ID. PAY03.\n       COPY PAYREC.\n");
        var second = await shell.Run("scan", sources.FullName, "--snapshot", snapshot);
        Directory.Delete(Path.Combine(sources.FullName, "cbl"), recursive: true);
        var used = await shell.Run("where-used", "PAYREC", "--in", snapshot);

        Assert.Contains("; 2 read now.", first.Out, StringComparison.Ordinal);
        // The snapshot lies among the sources here, and is none of them: the same sources have the same digest.
        Assert.Equal("load/PAY: skipped: It is not text: a load module, data, or a code page that is not known.", second.Error.Trim());
        Assert.Contains("3 members, 10 lines; 1 read now.", second.Out, StringComparison.Ordinal);
        Assert.Contains("cbl/PAY.cbl:2", used.Out, StringComparison.Ordinal);
        Assert.Contains("cbl/PAY03.cbl:2", used.Out, StringComparison.Ordinal);
        Assert.Equal([snapshot], Directory.GetFiles(sources.FullName, ".snapshot*"));
    }

    [Fact]
    public async Task File_that_is_no_snapshot_is_neither_read_nor_written_over()
    {
        Put("notes.txt", "Not a snapshot, and somebody wrote it: it stays, whatever happens, as long as it has to be to be one at all. "
            + new string('.', 200));
        var notes = Path.Combine(sources.FullName, "notes.txt");
        var asked = await shell.Run("where-used", "PAYREC", "--in", notes);
        var scanned = await shell.Run("scan", sources.FullName, "--snapshot", notes);

        Assert.Equal((Exit.Misused, Exit.Misused), (asked.Code, scanned.Code));
        Assert.Contains("is not a snapshot that can be read", asked.Error, StringComparison.Ordinal);
        Assert.StartsWith("Not a snapshot", await File.ReadAllTextAsync(notes, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_used_goes_on_from_there_and_the_other_way()
    {
        Put("jcl/NIGHT.jcl", "//NIGHT JOB\n//S1 EXEC PGM=PAY\n");

        var near = await shell.Run("where-used", "PAYREC", "--in", sources.FullName);
        var far = await shell.Run("where-used", "PAYREC", "--in", sources.FullName, "--depth", "3");
        var down = await shell.Run("where-used", "NIGHT", "--in", sources.FullName, "--uses", "--depth", "9");
        var json = await shell.Run("where-used", "PAYREC", "--in", sources.FullName, "--depth", "3", "--json");

        Assert.Equal([1, 2, 3], JsonNode.Parse(json.Out)!.AsArray().Select(step => (int)step!["distance"]!));
        Assert.DoesNotContain("NIGHT", near.Out, StringComparison.Ordinal);
        Assert.Matches(@"3\s+jcl/NIGHT.jcl:2\s+NIGHT\s+contains\s+step NIGHT.S1", far.Out);
        Assert.Contains("copybook PAYREC", down.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Impact_says_what_is_reached_and_why()
    {
        Put("jcl/NIGHT.jcl", "//NIGHT JOB\n//S1 EXEC PGM=PAY\n");

        var ran = await shell.Run("impact", "payrec", "--in", sources.FullName);
        var json = await shell.Run("impact", "PAYREC", "--in", sources.FullName, "--json");
        var unknown = await shell.Run("impact", "NOBODY", "--in", sources.FullName);
        var near = await shell.Run("impact", "PAYREC", "--in", sources.FullName, "--depth", "1");

        Assert.Equal("", ran.Error);
        Assert.Contains("Not followed further than 1 references", near.Error, StringComparison.Ordinal);
        Assert.Equal(Exit.Yes, ran.Code);
        Assert.Matches(@"1\s+program PAY\s+copies PAYREC\s+cbl/PAY.cbl:2\s+certain", ran.Out);
        Assert.Contains("1 program, 1 job, 1 step.", ran.Out, StringComparison.Ordinal);
        Assert.Equal(["PAY", "NIGHT.S1", "NIGHT"], JsonNode.Parse(json.Out)!["reached"]!.AsArray().Select(one => (string)one!["name"]!));
        Assert.Equal(Exit.Misused, unknown.Code);
        Assert.Contains("There is nothing called NOBODY here.", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_is_an_exit_code_and_names_what_belongs_with_it()
    {
        var alone = await shell.Run("missing", "PAYREC", "--in", sources.FullName);
        var json = await shell.Run("missing", "PAYREC", "--in", sources.FullName, "--json");
        var together = await shell.Run("missing", "cpy/PAYREC.cpy", "cbl/PAY.cbl", "--in", sources.FullName);
        var unknown = await shell.Run("missing", "NOBODY", "PAYREC", "--in", sources.FullName);

        Assert.Equal(Exit.Refused, alone.Code);
        Assert.Contains("It copies PAYREC and has to be compiled again. missing.rebuild", alone.Out, StringComparison.Ordinal);
        Assert.Equal("cbl/PAY.cbl", (string)JsonNode.Parse(json.Out)!["missing"]![0]!["path"]!);
        // It calls PAY01, and nobody has that.
        Assert.Equal(Exit.Refused, together.Code);
        Assert.Contains("missing.not-in-sources", together.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("missing.rebuild", together.Out, StringComparison.Ordinal);
        Assert.Equal(Exit.Misused, unknown.Code);
        Assert.Contains("There is no member NOBODY here.", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Estate_diff_says_what_was_changed_and_is_an_exit_code()
    {
        using var store = new Shell();
        var before = store.File("before", "");
        File.Delete(before);
        await shell.Run("scan", sources.FullName, "--snapshot", before);
        Put("cbl/PAY.cbl", "       PROGRAM-ID. PAY.\n       COPY PAYREC.\n           CALL 'PAY09'.\n");

        var same = await shell.Run("estate", "diff", before, before);
        var changed = await shell.Run("estate", "diff", before, sources.FullName);
        var json = await shell.Run("estate", "diff", before, sources.FullName, "--json");

        Assert.Equal((Exit.Yes, ""), (same.Code, same.Out));
        Assert.Equal(Exit.Refused, changed.Code);
        Assert.Contains("cbl/PAY.cbl: changed", changed.Out, StringComparison.Ordinal);
        Assert.Contains("  + PAY calls program PAY09", changed.Out, StringComparison.Ordinal);
        Assert.Contains("  - PAY calls program PAY02 (candidate)", changed.Out, StringComparison.Ordinal);
        Assert.Equal("changed", (string)JsonNode.Parse(json.Out)!["differences"]![0]!["difference"]!);
    }

    [Fact]
    public async Task Folder_named_first_hides_what_the_others_have()
    {
        Put("fix/PAYREC.cpy", "       01 PAY-REC.\n           05 PAY-ID PIC 9(10).\n");

        var plain = await shell.Run("scan", sources.FullName);
        var fixedFirst = await shell.Run("scan", sources.FullName, "--first", "fix");
        var nowhere = await shell.Run("scan", sources.FullName, "--first", "nowhere");

        Assert.Contains("copybook PAYREC: cpy/PAYREC.cpy is found first and hides fix/PAYREC.cpy", plain.Error, StringComparison.Ordinal);
        Assert.Contains("copybook PAYREC: fix/PAYREC.cpy is found first and hides cpy/PAYREC.cpy", fixedFirst.Error, StringComparison.Ordinal);
        Assert.Equal(Exit.Misused, nowhere.Code);
    }

    [Fact]
    public async Task Same_sources_have_the_same_digest_with_their_snapshot_among_them()
    {
        var snapshot = Path.Combine(sources.FullName, "estate.snapshot");
        var first = await shell.Run("scan", sources.FullName, "--snapshot", snapshot);
        var second = await shell.Run("scan", sources.FullName, "--snapshot", snapshot);

        Assert.Equal(first.Out.Split("Digest ")[1], second.Out.Split("Digest ")[1]);
    }

    [Fact]
    public async Task Pipe_among_the_sources_is_not_waited_for()
    {
        using (var made = System.Diagnostics.Process.Start("mkfifo", [Path.Combine(sources.FullName, "pipe")]))
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);

        var ran = await shell.Run("scan", sources.FullName).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Equal(Exit.Yes, ran.Code);
    }

    [Fact]
    public async Task Snapshot_that_cannot_be_written_is_a_mistake_with_a_reason()
    {
        var nowhere = await shell.Run("scan", sources.FullName, "--snapshot", Path.Combine(sources.FullName, "nowhere", "estate"));
        var folder = await shell.Run("scan", sources.FullName, "--snapshot", Path.Combine(sources.FullName, "cbl"));

        Assert.Equal((Exit.Misused, Exit.Misused), (nowhere.Code, folder.Code));
        Assert.Contains("cannot be written", nowhere.Error, StringComparison.Ordinal);
        Assert.Contains("cannot be written", folder.Error, StringComparison.Ordinal);
        Assert.Equal(["cbl", "cpy", "load"], sources.GetFileSystemInfos().Select(left => left.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Scan_that_is_ended_leaves_the_earlier_snapshot_and_nothing_else()
    {
        using var store = new Shell();
        var snapshot = Path.Combine(store.Folder, "estate.snapshot");
        await shell.Run("scan", sources.FullName, "--snapshot", snapshot);
        var before = await File.ReadAllBytesAsync(snapshot, TestContext.Current.CancellationToken);
        Put("cbl/PAY03.cbl", "       PROGRAM-ID. PAY03.\n");
        var around = new Surroundings(TextWriter.Null, TextWriter.Null, TextReader.Null, _ => null, store.ConfigFile, TimeProvider.System);

        Assert.Equal(Exit.Interrupted, await Program.Run(["scan", sources.FullName, "--snapshot", snapshot], around, new(canceled: true)));

        Assert.Equal([snapshot], Directory.GetFiles(store.Folder));
        Assert.Equal(before, await File.ReadAllBytesAsync(snapshot, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Damage_that_shows_only_when_it_is_asked_is_said()
    {
        using var store = new Shell();
        var snapshot = Path.Combine(store.Folder, "estate.snapshot");
        await shell.Run("scan", sources.FullName, "--snapshot", snapshot);
        var bytes = await File.ReadAllBytesAsync(snapshot, TestContext.Current.CancellationToken);
        bytes.AsSpan(16, 200).Fill(0xff);
        await File.WriteAllBytesAsync(snapshot, bytes, TestContext.Current.CancellationToken);

        var ran = await shell.Run("where-used", "PAYREC", "--in", snapshot);

        Assert.Equal(Exit.Misused, ran.Code);
        Assert.Contains("The snapshot cannot be read to its end.", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Impact_counts_in_words_that_read()
    {
        Put("jcl/J1.jcl", "//J1 JOB\n//S1 EXEC PGM=PAY\n");
        Put("jcl/J2.jcl", "//J2 JOB\n//S1 EXEC PGM=PAY\n");

        Assert.Contains("1 program, 2 jobs, 2 steps.", (await shell.Run("impact", "PAYREC", "--in", sources.FullName)).Out, StringComparison.Ordinal);
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
        // Of what was written at this moment a scan would not be sure.
        file.LastWriteTimeUtc = new DateTime(2026, 3, 2, 0, 0, put++, DateTimeKind.Utc);
    }
}
