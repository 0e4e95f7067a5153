using System.Text;
using Sluice.Mainframe.Estate;
using Sluice.Mainframe.Snapshots;
using Sluice.Mainframe.Tests.Estate;

namespace Sluice.Mainframe.Tests.Snapshots;

/// <summary>An estate to a file and back, and on from there.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void Snapshot_says_of_each_member_what_its_reader_said()
    {
        var members = SmallBank.Members;
        var snapshot = Estates.Of(members).Snapshot;

        foreach (var (path, text) in members)
        {
            var reading = MemberReader.Read(path, Encoding.UTF8.GetBytes(text));
            var entry = Assert.Single(snapshot.Members, entry => entry.Path == path);
            Assert.Equal((reading.Name, reading.Kind, reading.Language, reading.Form, reading.Lines), (entry.Name, entry.Kind, entry.Language, entry.Form, entry.Lines));
            Assert.Equal(reading.Defines, snapshot.Defines(entry));
            Assert.Equal(reading.Diagnostics, snapshot.Diagnostics(entry));
            Assert.Equal(
                reading.References.Where(reference => reference.Variable is null).Select(Whole),
                snapshot.References(entry).Where(known => !known.IsExpanded && known.Reference.Variable is null).Select(known => Whole(known.Reference)));
        }
    }

    [Fact]
    public void Every_part_of_a_reference_comes_back()
    {
        var whole = new Reference(new(ThingKind.Program, "Ä"), Verb.Copies, new(ThingKind.Copybook, "B"), new(3, 200), "COPY \u001b 😀")
        {
            Certainty = Certainty.Candidate, Through = "OF", Detail = "+1", Variable = "V", Why = "because",
            Chain = [new(null, new(1, 2), "VALUE"), new("cpy/B", new(1_000_000, 1), "MOVE")], Replacing = [new(":A:", "B"), new("", "") { Part = PartOfWord.Trailing }],
        };
        var record = new RecordWriter();
        ReferenceRecord.Write(record, whole);
        var reader = new RecordReader(record.Written);

        Assert.Equal(Whole(whole), Whole(ReferenceRecord.Read(ref reader, Vocabulary.Own)));
        Assert.True(reader.IsAtEnd);
    }

    [Fact]
    public void Counts_of_a_member_are_those_of_its_references_with_what_others_make_of_them()
    {
        var snapshot = Estates.Of(
        [
            .. SmallBank.Members,
            ("COBOL/DYN.cbl", "       PROGRAM-ID. DYN.\n       01 A PIC X(8) VALUE 'PAYCALC'.\n       PROCEDURE DIVISION.\n           MOVE 'PAYPOST' TO A.\n           CALL A.\n           CALL B.\n"),
        ]).Snapshot;

        foreach (var member in snapshot.Members)
            Assert.Equal(
                snapshot.References(member).CountBy(known => (known.Reference.Verb, known.Reference.To.Kind, known.Reference.Certainty))
                    .OrderBy(count => count.Key).Select(count => (count.Key, count.Value)),
                member.References.GroupBy(count => (count.Verb, count.Kind, count.Certainty)).Select(group => (group.Key, group.Sum(count => count.Count)))
                    .Where(count => count.Item2 != 0).OrderBy(count => count.Key));
        Assert.Equal(2, snapshot.Members.Single(member => member.Name == "DYN").References.Where(count => count.Certainty is Certainty.Candidate).Sum(count => count.Count));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(long.MaxValue)]
    [InlineData(-1)]
    public void Number_comes_back(long number)
    {
        var record = new RecordWriter();
        record.Number(number);
        var reader = new RecordReader(record.Written);

        Assert.Equal(number, reader.Number());
    }

    [Fact]
    public void Same_sources_make_the_same_snapshot() =>
        Assert.Equal(Estates.Written(SmallBank.Bytes, null), Estates.Written(SmallBank.Bytes, null));

    [Theory]
    [InlineData("COBOL/PAYCALC.cbl", "       PROGRAM-ID. PAYCALC.\n       PROCEDURE DIVISION.\n           CALL 'PAYTAX'.\n")]
    [InlineData("COPYLIB/PAYREC.cpy", "       01 PAY-REC.\n           05 PAY-TAX PIC 9(9).\n")]
    [InlineData("COBOL/AAA.cbl", "       PROGRAM-ID. AAA.\n")]
    [InlineData("ZZZ/ZZZ.cbl", "       PROGRAM-ID. ZZZ.\n")]
    [InlineData("PROCLIB/PAYPROC.prc", "//PAYPROC PROC HLQ=TEST\n//POST EXEC PGM=PAYPOST\n//OUT DD DSN=&HLQ..PAY.OTHER,DISP=SHR\n")]
    [InlineData("FIXLIB/PAYPROC.prc", "//PAYPROC PROC HLQ=TEST\n//POST EXEC PGM=PAYPOST\n//OUT DD DSN=&HLQ..PAY.OTHER,DISP=SHR\n")]
    [InlineData("CNTL/RUNPAY.ctl", "\0\u0001\0binary")]
    public void Rescan_reads_what_changed_only_and_makes_what_a_full_scan_makes(string path, string text)
    {
        var changed = SmallBank.With(path, text).ToList();

        var rescanned = Estates.Written(changed, Estates.Written(SmallBank.Bytes, null), out var read);

        Assert.Equal(path.StartsWith("CNTL", StringComparison.Ordinal) ? 0 : 1, read);
        Assert.Equal(Estates.Written(changed, null), rescanned);
    }

    [Theory]
    [InlineData("COPYLIB/PAYREC.cpy")]
    [InlineData("PROCLIB/PAYPROC.prc")]
    [InlineData("CNTL/RUNPAY.ctl")]
    [InlineData("JCL/PAYJOB.jcl")]
    public void Rescan_forgets_what_was_removed(string path)
    {
        var left = SmallBank.Without(path).ToList();

        Assert.Equal(Estates.Written(left, null), Estates.Written(left, Estates.Written(SmallBank.Bytes, null), out var read));
        Assert.Equal(0, read);
    }

    [Fact]
    public void Value_in_a_copybook_that_changes_is_followed_in_the_program_that_does_not()
    {
        (string, byte[])[] Members(string name) =>
        [
            ("P.cbl", "       PROGRAM-ID. P.\n       COPY A.\n       PROCEDURE DIVISION.\n           CALL NEXT-PGM.\n"u8.ToArray()),
            ("A.cpy", "       COPY B.\n"u8.ToArray()),
            ("B.cpy", Encoding.ASCII.GetBytes($"       01 NEXT-PGM PIC X(8) VALUE '{name}'.\n")),
        ];

        var rescanned = Estates.Written(Members("NEW"), Estates.Written(Members("OLD"), null), out _);

        Assert.Equal(Estates.Written(Members("NEW"), null), rescanned);
        Assert.Single(Estates.Opened(rescanned).ReferencesTo("NEW"));
        Assert.Empty(Estates.Opened(rescanned).ReferencesTo("OLD"));
    }

    [Fact]
    public void Names_beyond_one_run_are_merged_in_order()
    {
        var hashes = new Dice(7);
        var writer = new NameIndexWriter(() => new MemoryStream());
        const int Count = 2_500_000;
        for (var at = 0; at < Count; at++)
            writer.Add((ulong)hashes.Below(1000), at, 0);
        using var output = new MemoryStream();

        Assert.Equal(Count, writer.WriteTo(output, _ => 0));
        var bytes = output.ToArray();
        var before = default(NameEntry);
        for (var at = 0; at < Count; at++)
        {
            var entry = NameEntry.Read(bytes.AsSpan(at * NameEntry.Size));
            Assert.True(at == 0 || before.CompareTo(entry) < 0, $"{before} stands before {entry}.");
            before = entry;
        }
    }

    // A file on a disk that fails, that was copied in part, or that somebody edited.
    [Fact]
    public void Damaged_snapshot_says_so_and_does_nothing_else()
    {
        var whole = Estates.Written(SmallBank.Bytes, null);
        for (var length = 0; length < whole.Length; length += 97)
            Assert.Throws<DamagedSnapshotException>(() => Estates.Opened(whole[..length]));
        for (var at = 0; at < whole.Length; at += 3)
        {
            var damaged = whole.ToArray();
            damaged[at] ^= 0xff;
            try
            {
                var graph = new EstateGraph(Estates.Opened(damaged));
                _ = graph.References().Count() + graph.UsersOf("PAYREC").Count();
                _ = Impact.Of(graph, [new(ThingKind.Copybook, "PAYREC")], 9, 9).Count;
            }
            catch (DamagedSnapshotException)
            {
            }
        }
    }

    [Fact]
    public void Snapshot_of_a_newer_version_names_the_word_it_does_not_know()
    {
        var whole = Estates.Written(SmallBank.Bytes, null);

        Assert.Equal(Vocabulary.Own.Verbs, Enum.GetValues<Verb>());
        var record = new RecordWriter();
        record.Text("readers");
        record.Number(1);
        record.Text("Telepathy");
        var refused = Assert.Throws<DamagedSnapshotException>(() =>
        {
            var reader = new RecordReader(record.Written);
            Vocabulary.Read(ref reader);
        });
        Assert.Contains("Telepathy", refused.Message, StringComparison.Ordinal);
        Assert.NotEmpty(whole);
    }

    [Theory]
    [InlineData("COBOL/TOO-LONG-A-NAME.cbl", true)]
    [InlineData("COBOL/1PAY.cbl", true)]
    [InlineData("COBOL/pay.cbl", false)]
    [InlineData("COBOL/PAY$#@.cbl", false)]
    public void Name_that_no_library_could_hold_is_said(string path, bool isSaid)
    {
        var snapshot = Estates.Of((path, "       PROGRAM-ID. PAY.\n")).Snapshot;

        Assert.Equal(isSaid, snapshot.Diagnostics(snapshot.Members.Single()).Any(diagnostic => diagnostic.Code == "member.name"));
    }

    [Fact]
    public void Large_members_beside_many_small_ones_stay_in_order()
    {
        var program = "       PROGRAM-ID. PAY.\n"u8.ToArray();
        var members = Enumerable.Range(0, 40).Select(at => (
            $"L/M{at:D4}.cbl", at % 20 == 7 ? [.. program, .. Enumerable.Repeat((byte)'\n', 33_000_000)] : program));
        var snapshot = Estates.Opened(Estates.Written(members, null));

        Assert.Equal(Enumerable.Range(0, 40).Select(at => $"M{at:D4}"), snapshot.Members.Select(member => member.Name));
        Assert.Equal(2, snapshot.Members.Count(member => member.Lines > 33_000_000));
    }

    [Fact]
    public void Digest_depends_on_content_and_paths_and_not_on_when_files_were_written()
    {
        var digest = Estates.Of(SmallBank.Members).Snapshot.Digest();

        Assert.Equal(64, digest.Length);
        Assert.NotEqual(digest, Estates.Opened(Estates.Written(SmallBank.With("COBOL/PAYCALC.cbl", "       PROGRAM-ID. PAYCALC.\n"), null)).Digest());
        Assert.NotEqual(digest, Estates.Opened(Estates.Written(SmallBank.Without("COBOL/PAYCALC.cbl"), null)).Digest());
    }

    [Fact]
    public void Job_that_changes_while_the_estate_is_read_is_not_mixed_up_and_read_again_by_the_next_scan()
    {
        const string proc = "//PAYP PROC\n//S1 EXEC PGM=PAYCALC\n";
        byte[] first = "//PAYJOB JOB\n//ONE EXEC PAYP\n"u8.ToArray();
        byte[] then = "//PAYJOB JOB\n//TWO EXEC PAYP\n"u8.ToArray();
        var asked = 0;

        var torn = Scanned(null, 5, path => path == "P/PAYP" ? Encoding.UTF8.GetBytes(proc) : asked++ == 0 ? first : then, ("J/PAYJOB", first.Length), ("P/PAYP", proc.Length));
        // Its size and its time are the same.
        var next = Estates.Opened(Scanned(torn, 5, path => path == "P/PAYP" ? Encoding.UTF8.GetBytes(proc) : then, ("J/PAYJOB", first.Length), ("P/PAYP", proc.Length)));

        var snapshot = Estates.Opened(torn);
        Assert.Equal(["PAYJOB.ONE PAYP"], Runs(snapshot));
        Assert.Equal(["PAYJOB.TWO PAYP", "PAYJOB.TWO.S1 PAYCALC"], Runs(next));

        static IEnumerable<string> Runs(Snapshot snapshot) => snapshot.References(snapshot.Entries[0])
            .Where(known => known.Reference.Verb is Verb.Runs).Select(known => $"{known.Reference.From.Name} {known.Reference.To.Name}");
    }

    [Fact]
    public void Program_is_read_once_and_one_that_was_being_written_once_more_by_the_next_scan()
    {
        byte[] first = "       PROGRAM-ID. P.\n       01 A PIC X(8) VALUE 'ONE'.\n       PROCEDURE DIVISION.\n           CALL A.\n"u8.ToArray();
        byte[] then = "       PROGRAM-ID. P.\n       01 A PIC X(8) VALUE 'TWO'.\n       PROCEDURE DIVISION.\n           CALL A.\n"u8.ToArray();
        var asked = 0;

        var torn = Scanned(null, SourceFile.BeingWritten, _ => asked++ == 0 ? first : then, ("P.cbl", first.Length));
        Assert.Equal(1, asked);
        var next = Scanned(torn, SourceFile.BeingWritten, _ => then, ("P.cbl", first.Length));

        Assert.Equal("ONE", Called(torn));
        Assert.Equal("TWO", Called(next));

        static string Called(byte[] bytes)
        {
            var snapshot = Estates.Opened(bytes);
            return Assert.Single(snapshot.References(snapshot.Entries[0])).Reference.To.Name;
        }
    }

    private static byte[] Scanned(byte[]? before, long modified, Func<string, byte[]> content, params (string Path, int Length)[] files)
    {
        using var output = new MemoryStream();
        new EstateScan(new([.. files.Select(file => new SourceFile(file.Path, file.Length, modified))], path => content(path)), () => new MemoryStream())
            .Write(before is null ? null : Estates.Opened(before), output, _ => { }, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        return output.ToArray();
    }

    [Fact]
    public void What_other_readers_wrote_is_read_again()
    {
        var whole = Estates.Written(SmallBank.Bytes, null);
        var readers = Encoding.ASCII.GetBytes(Vocabulary.Own.Readers);
        var at = whole.AsSpan().IndexOf(readers);
        var older = whole.ToArray();
        older[at] ^= 1;
        // The list of members is under a digest, which stands before the last 16 bytes.
        var footer = older.Length - SnapshotFormat.FooterLength;
        var directoryAt = (int)System.Buffers.Binary.BinaryPrimitives.ReadInt64LittleEndian(older.AsSpan(footer + 32));
        System.Security.Cryptography.SHA256.HashData(older.AsSpan(directoryAt, footer - directoryAt)).CopyTo(older, older.Length - 48);

        Assert.Equal(whole, Estates.Written(SmallBank.Bytes, older, out var read));
        Assert.Equal(SmallBank.Members.Length, read);
    }

    private static string Whole(Reference reference) => System.Text.Json.JsonSerializer.Serialize(reference);
}
