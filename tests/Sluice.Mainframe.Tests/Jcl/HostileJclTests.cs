using System.Diagnostics;

namespace Sluice.Mainframe.Tests.Jcl;

/// <summary>What no person would write, or a transfer cut off: read in time that grows with its length, and said.</summary>
public sealed class HostileJclTests
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(5);

    public static TheoryData<string, string> Members => new()
    {
        { "endless continuation", $"//S EXEC PGM=X,\n{Many("// A=1,\n")}" },
        { "endless string", $"//S EXEC PGM=X,PARM='\n{Many($"//             {new string('X', 56)}\n")}" },
        { "endless comment", Many($"//S EXEC PGM=X{new string('X', 70)}\n") + Many($"//  {new string('X', 70)}\n") },
        { "endless condition", $"// IF A\n{Many("// & B\n")}" },
        { "nested conditions", Many("// IF RC = 0 THEN\n") },
        { "one step of many DDs", $"//S EXEC PGM=X\n{Many("//A DD DSN=*.A\n")}" },
        { "referbacks among many steps", Many("//S EXEC PGM=*.S.A\n//A DD DSN=*.S.A\n//B DD DSN=*.S.B\n") },
        { "referbacks in a row", $"//S EXEC PGM=X\n//A0 DD DSN=A\n{string.Concat(Enumerable.Range(0, 20_000).Select(each => $"//A{each + 1} DD DSN=*.A{each}\n"))}" },
        { "concatenation without end", $"//S EXEC PGM=X\n//A DD DSN=A\n{Many("// DD DSN=B\n")}" },
        { "symbols that double", $"// SET A=X\n{Many("// SET A=&A&A\n")}//S EXEC PGM=X\n{Many("//A DD DSN=&A\n")}" },
        { "symbols in data", $"// EXPORT SYMLIST=*\n// SET A='{new string('X', 50)}'\n// SET B=&A&A&A&A&A&A&A&A&A&A\n"
            + $"//S EXEC PGM=IDCAMS\n//SYSIN DD *,SYMBOLS=JCLONLY\n{Many("&B&B&B&B&B&B&B\n")}" },
        { "data for procedures", $"//S EXEC P\n{Many("//A.SYSIN DD *\n DELETE (A -\n")}" },
        { "jobs in data", $"//S EXEC PGM=IEBGENER\n//SYSUT2 DD SYSOUT=(A,INTRDR)\n//SYSUT1 DD DATA\n{Many("//A JOB\n")}" },
        { "statements of a subsystem", $"//A CNTL\n{Many("//B PRINTDEV A=B,\n")}" },
        { "parentheses", $"//S EXEC PGM=X\n//A DD DSN={new string('(', 100_000)}" },
        { "one long line", new string('/', 5_000_000) },
        { "commas", $"//S EXEC {new string(',', 60)}\n" + Many($"// JCLLIB ORDER=({new string(',', 50)}\n") },
        { "procedures in procedures", Many("//P PROC A=&A\n//S EXEC P\n") },
        { "data", $"//S EXEC PGM=X\n//A DD DATA,DLM=ZZ\n{Many("//B DD DSN=X\n")}" },
        { "data of JES3 that does not end", Many("//*DATASET DDNAME=A\n//*DATASET DDNAME=A,J=YES\n") },
        { "jobs before data of JES3 ends", Many("//*DATASET DDNAME=A\n//A JOB\n") },
        { "transmissions", Many("/*XMIT A DLM=ZZ\n/*\n") },
        { "nothing but apostrophes", Many("//A DD '''\n") },
    };

    [Theory]
    [MemberData(nameof(Members))]
    public void Hostile_member_is_read_within_its_budget(string what, string text)
    {
        var watch = Stopwatch.StartNew();
        var findings = JclText.Read($"//PAY JOB\n{text}");

        Assert.True(watch.Elapsed < Budget, $"{what}: {watch.Elapsed}");
        Assert.All(findings.References, reference => Assert.InRange(reference.Text.Length, 0, Reference.LongestText));
        Assert.NotEmpty(findings.Defines);
    }

    [Fact]
    public void Every_beginning_of_a_member_is_read()
    {
        const string text = """
            //PAY JOB (ACCT,1),'A NAME',CLASS=A
            // SET HLQ='PROD'
            //P PROC A=1,B='X,Y'
            //S1 EXEC PGM=&A,PARM=('A','B''C'),COND=((4,LT),EVEN)
            //IN DD DSN=&HLQ..X(+1),DISP=(OLD,DELETE),
            //  UNIT=SYSDA
            // PEND
            // IF S1.RC = 0 &
            //   S2.RC = 1 THEN
            //S2 EXEC P,A=B
            //S1.IN DD DATA,DLM='##'
            //X
            ##
            // ENDIF
            """;
        for (var length = 0; length <= text.Length; length++)
            Assert.True(JclText.Read(text[..length]).References.Count <= 20);
    }

    [Fact]
    public void Members_with_characters_changed_are_read()
    {
        const string signs = "/*'(),=&. \n%Aa9<\0\uFFFDé";
        const string whole = "//PAY JOB 1\n// SET H=&A..B\n//S1 EXEC PGM=X,PARM='A B'\n//A DD DSN=&H..C(M),\n//  DISP=(,CATLG)\n//B DD *\nX\n/*\n// IF A THEN\n// ENDIF\n";
        for (var at = 0; at < whole.Length; at++)
            for (var sign = 0; sign < signs.Length; sign++)
            {
                var text = whole.ToCharArray();
                text[at] = signs[sign];
                // A second one elsewhere, another one each time.
                text[((at * 31) + (sign * 17)) % text.Length] = signs[(at + sign) % signs.Length];
                ReadAndExpand(new string(text));
            }
    }

    private static void ReadAndExpand(string member)
    {
        try
        {
            JclText.Read(member);
            foreach (var job in JclText.Parse(member).Jobs)
                Sluice.Mainframe.Jcl.Expansion.Of(job, _ => null, _ => null);
        }
        catch (Exception broken)
        {
            Assert.Fail($"{member}\n{broken}");
        }
    }

    private static string Many(string line) => string.Concat(Enumerable.Repeat(line, 20_000));
}
