using System.Text;
using Sluice.Mainframe.Tests.Estate;

namespace Sluice.Mainframe.Tests.Snapshots;

/// <summary>Whatever happens to an estate from one scan to the next, the next makes what a scan of all of it makes.</summary>
public sealed class RescanTests
{
    private const int Rounds = 60;

    private static readonly string Folder = SampleEstateTests.Folder;

    // What the sample has not: groups that call procedures, copybooks in copybooks that name programs, members of one name.
    private static readonly (string Path, string Text)[] More =
    [
        ("JCL/RUNA.jcl", "//RUNA JOB\n// JCLLIB ORDER=(PROD.PROCFIX,PROD.PROCLIB)\n// INCLUDE MEMBER=GRPA\n//S1 EXEC RUNA\n"),
        ("JCL/RUNB.jcl", "//RUNB JOB\n//S1 EXEC RUNA,M=RUNEXT1\n//S2 EXEC PGM=X\n//SYSIN DD DSN=PROD.PARMLIB(BNDCRD1),DISP=SHR\n"),
        ("PROCLIB/GRPA.jcl", "//G1 EXEC PGM=Y\n// INCLUDE MEMBER=GRPB\n"),
        ("PROCLIB/GRPB.jcl", "//G2 EXEC RUNA\n"),
        ("PROCLIB/RUNA.prc", "//RUNA PROC M=IDCACT1\n//A1 EXEC PGM=Z\n//SYSIN DD DSN=PROD.PARMLIB(&M),DISP=SHR\n"),
        ("PROCFIX/RUNC.prc", "//RUNC PROC\n//C1 EXEC RUNA\n// INCLUDE MEMBER=GRPD\n"),
        ("PROCFIX/GRPD.prc", "//D1 DD DSN=A.B,DISP=SHR\n"),
        ("COPYLIB/NAMES.cpy", "       COPY NAMES2.\n       01 NEXT-PGM PIC X(8) VALUE 'ACTINQ'.\n"),
        ("COPYLIB/NAMES2.cpy", "       01 LAST-PGM PIC X(8) VALUE 'ACTUPD'.\n"),
        ("COBOL/CALLER.cbl", "       PROGRAM-ID. CALLER.\n       COPY NAMES.\n       PROCEDURE DIVISION.\n           MOVE LAST-PGM TO NEXT-PGM.\n           CALL NEXT-PGM.\n"),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Rescan_makes_what_a_scan_of_all_makes(ulong seed)
    {
        var dice = new Dice(seed);
        var members = new SortedDictionary<string, byte[]>(More.ToDictionary(member => member.Path, member => Encoding.UTF8.GetBytes(member.Text)), StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateDirectories(Folder).SelectMany(Directory.EnumerateFiles))
            members.Add(Path.GetRelativePath(Folder, path).Replace('\\', '/'), File.ReadAllBytes(path));
        var removed = new List<(string Path, byte[] Content)>();
        var before = Estates.Written(members.Select(Pair), null);
        for (var round = 0; round < Rounds; round++)
        {
            var done = new List<string>();
            for (var left = dice.Below(4); left >= 0; left--)
                done.Add(Change(members, removed, dice));

            var rescanned = Estates.Written(members.Select(Pair), before);

            Assert.True(Estates.Written(members.Select(Pair), null).AsSpan().SequenceEqual(rescanned), $"Round {round}: {string.Join(", ", done)}");
            before = rescanned;
        }
    }

    [Fact]
    public void Rescan_in_another_order_of_the_libraries_makes_what_a_scan_of_all_makes()
    {
        var members = Directory.EnumerateDirectories(Folder).SelectMany(Directory.EnumerateFiles)
            .Select(path => (Path.GetRelativePath(Folder, path).Replace('\\', '/'), File.ReadAllBytes(path))).ToList();
        var before = Estates.Written(members, null);

        var rescanned = Estates.Written(members, before, out var read, First);

        Assert.InRange(read, 1, members.Count - 1);
        Assert.Equal(Estates.Written(members, null, out _, First), rescanned);

        static int First(string path) => path.StartsWith("PROC", StringComparison.Ordinal) ? 0 : 1;
    }

    private static string Change(SortedDictionary<string, byte[]> members, List<(string Path, byte[] Content)> removed, Dice dice)
    {
        var path = members.Keys.ElementAt(dice.Below(members.Count));
        var other = members.Keys.ElementAt(dice.Below(members.Count));
        switch (dice.Below(8))
        {
            case 0:
                removed.Add((path, members[path]));
                members.Remove(path);
                return $"{path} removed";
            case 1 or 2 when removed.Count > 0:
                var at = dice.Below(removed.Count);
                (path, members[removed[at].Path]) = removed[at];
                removed.RemoveAt(at);
                return $"{path} there again";
            case 3:
                // To another library, where it hides another or does no more.
                var moved = $"{other.Split('/')[0]}/{path.Split('/')[1]}";
                var content = members[path];
                members.Remove(path);
                members[moved] = content;
                return $"{path} moved to {moved}";
            case 4:
                members[$"{other.Split('/')[0]}/{path.Split('/')[1]}"] = members[path];
                return $"{path} copied to the folder of {other}";
            case 5:
                members[path] = members[other];
                return $"{other} copied over {path}";
            default:
                members[path] = Edited(members[path], members[other], dice);
                return $"{path} edited";
        }
    }

    private static byte[] Edited(byte[] text, byte[] other, Dice dice)
    {
        var lines = Encoding.Latin1.GetString(text).Split('\n').ToList();
        var others = Encoding.Latin1.GetString(other).Split('\n');
        var at = dice.Below(lines.Count);
        if (dice.Below(3) == 0)
            lines.RemoveAt(at);
        else
            lines.Insert(at, dice.Below(2) == 0 ? lines[dice.Below(lines.Count)] : others[dice.Below(others.Length)]);
        return Encoding.Latin1.GetBytes(string.Join('\n', lines));
    }

    private static (string, byte[]) Pair(KeyValuePair<string, byte[]> member) => (member.Key, member.Value);
}
