using System.Diagnostics;
using System.Text;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Tests.Text;

public sealed class HostileTextTests
{
    private static readonly byte[][] Members =
    [
        [.. "       IDENTIFICATION DIVISION.\r\n\tPROGRAM-ID. PAYROLL.\n"u8], Encoding.UTF8.GetBytes("* Löhne 給与\u0085\n"),
        Bytes.Fixed(["//A JOB", "//B EXEC PGM=[C]"], 1047), Bytes.Ebcdic("//A JOB\u0085//B EXEC C\n", 273),
        Bytes.Variable([Bytes.Ebcdic("DCL A", 37), Bytes.Ebcdic("B", 37), [], Bytes.Ebcdic("END ;", 37)]),
        Bytes.Block(Bytes.Variable([Bytes.Ebcdic("DCL A", 37), Bytes.Ebcdic("B", 37)])), [.. "A\0\u001a"u8], [],
    ];

    [Fact]
    public void Any_bytes_are_read_or_not_but_never_fail()
    {
        var read = 0;
        var dice = new Dice(1);
        for (var run = 0; run < 40_000; run++)
        {
            var content = Mutated(Members[run % Members.Length], dice);
            if (SourceText.Read(content) is not { } source)
                continue;
            read++;
            var characters = 0;
            for (var number = 1; number <= source.Count; number++)
            {
                Assert.False(source[number].ContainsAny("\n\0"));
                Assert.False(source[number].EndsWith(" "), "A line ends in a blank.");
                characters += source[number].Length;
            }
            Assert.True(characters <= (4 * content.Length) + 4096, "There is more text than the content could hold.");
            Languages.Of("A", source);
        }
        Assert.InRange(read, 1000, 39_000);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(79)]
    [InlineData(80)]
    [InlineData(10_000)]
    public void Any_byte_repeated_is_read_or_not_but_never_fails(int length)
    {
        for (var value = 0; value < 256; value++)
        {
            var content = new byte[length];
            content.AsSpan().Fill((byte)value);
            if (SourceText.Read(content) is { } source)
                Assert.True(source.Count <= length);
            MemberKinds.Of("A.CBL", content);
        }
    }

    [Theory]
    [InlineData("\t")]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData(" ")]
    [InlineData(" DFHMDF")]
    [InlineData("1 A ")]
    [InlineData("SYSTEM SERVICES ")]
    [InlineData(" DELETE A ")]
    [InlineData("A: ")]
    [InlineData("/*")]
    [InlineData("CREATE UNIQUE ")]
    public void Time_grows_with_the_member_only(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var watch = Stopwatch.StartNew();

        foreach (var start in (string[])["", " DELETE ", " UPDATE ", "CREATE ", " IF MAXCC\n"])
            Languages.Of("A", SourceText.Of(start + text));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"It took {watch.Elapsed}.");
    }

    // Flips, cuts and doubles bytes.
    private static byte[] Mutated(byte[] member, Dice dice)
    {
        List<byte> content = [.. member];
        for (var changes = dice.Below(5); changes > 0; changes--)
        {
            var at = dice.Below(content.Count + 1);
            switch (dice.Below(4))
            {
                case 0 when at < content.Count:
                    content[at] = (byte)dice.Below(256);
                    break;
                case 1:
                    content.RemoveRange(at, content.Count - at);
                    break;
                case 2:
                    content.InsertRange(at, content[..at]);
                    break;
                default:
                    content.Insert(at, (byte)dice.Below(256));
                    break;
            }
        }
        return [.. content];
    }
}
