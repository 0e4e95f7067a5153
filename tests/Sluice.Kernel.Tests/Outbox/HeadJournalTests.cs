using System.Text;
using System.Text.Json.Nodes;
using Sluice.Kernel.Outbox;

namespace Sluice.Kernel.Tests.Outbox;

public sealed class HeadJournalTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid Tenant = Guid.Parse("0195a0c4-0000-7000-8000-000000000001");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sluice-heads-");
    private readonly HeadJournal journal;

    public HeadJournalTests() => journal = new(new(new(Path.Combine(folder.FullName, "heads"))));

    public void Dispose()
    {
        journal.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Line_says_whose_record_had_which_head_and_when()
    {
        var file = journal.FileFor(Noon);
        await journal.Append(file, [Line(7)], default);

        Assert.EndsWith(Path.Combine("heads", "2026-03.jsonl"), file.FullName, StringComparison.Ordinal);
        Assert.Equal(
            """{"tenant":"0195a0c4-0000-7000-8000-000000000001","record":"CHG-1042","sequence":7,"head":"sha256:7","act":"tested","at":"2026-03-02T12:00:00Z"}""" + "\n",
            await File.ReadAllTextAsync(file.FullName));
    }

    [Fact]
    public void Month_is_counted_in_utc() => Assert.EndsWith(
        "2026-02.jsonl", journal.FileFor(new(2026, 3, 1, 0, 30, 0, TimeSpan.FromHours(1))).Name, StringComparison.Ordinal);

    [Fact]
    public async Task Lines_are_added_at_the_end_by_whoever_comes()
    {
        using var other = new HeadJournal(new(new(Path.Combine(folder.FullName, "heads"))));
        var file = journal.FileFor(Noon);

        await journal.Append(file, [Line(1), Line(2)], default);
        await other.Append(file, [Line(3)], default);
        await Task.WhenAll(Enumerable.Range(4, 50).Select(number => journal.Append(file, [Line(number)], default)));

        Assert.Equal(Enumerable.Range(1, 53), Sequences(file).Order());
    }

    [Fact]
    public async Task Half_a_line_left_by_a_killed_process_spoils_no_other()
    {
        var file = journal.FileFor(Noon);
        await journal.Append(file, [Line(1)], default);
        await File.AppendAllTextAsync(file.FullName, """{"tenant":"0195""", Encoding.UTF8);

        await journal.Append(file, [Line(2)], default);

        var lines = await File.ReadAllLinesAsync(file.FullName);
        Assert.Equal(3, lines.Length);
        Assert.Equal(2, (int)JsonNode.Parse(lines[2])!["sequence"]!);
    }

    [Fact]
    public async Task Month_that_another_process_is_writing_is_left_alone()
    {
        var file = journal.FileFor(Noon);
        await journal.Append(file, [Line(1)], default);
        await using var taken = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.None);

        await Assert.ThrowsAnyAsync<IOException>(() => journal.Append(file, [Line(2)], default));
    }

    private static HeadJournal.Line Line(int number) =>
        new(Tenant, "CHG-1042", number, $"sha256:{number}", "tested", Noon.UtcDateTime);

    private static IEnumerable<int> Sequences(FileInfo file) =>
        File.ReadLines(file.FullName).Select(line => (int)JsonNode.Parse(line)!["sequence"]!);
}
