using Sluice.Bench.Estates.Cobol;
using Sluice.Bench.Estates.Writing;

namespace Sluice.Bench.Estates.Jobs;

/// <summary>
/// A job that begins with what jobs before it have written, so that jobs form chains through data sets, and runs programs,
/// procedures and utilities.
/// </summary>
internal sealed class JobSource(Deck deck, Dice dice, Catalogue catalogue, int number)
{
    // z/OS MVS JCL Reference, chapter "EXEC Statement": a job has 255 steps at most.
    private const int MostSteps = 250;

    private readonly string name = Catalogue.Name(SourceKind.Job, number);
    private readonly Application application = Catalogue.ApplicationOf(number);

    public void Write(int lines)
    {
        Head();
        var steps = new Steps(deck, dice, catalogue, number % Application.All.Count, $"&HLQ..{application.Code}.{name}", From());
        steps.Sort();
        while (steps.Count < MostSteps && (deck.Lines < lines || steps.Count < 2))
            if (dice.Percent(30))
                Procedure(steps.Next());
            else if (dice.Percent(12))
                Conditional(steps);
            else
                steps.Any();
        if (dice.Percent(30))
            deck.Add($"//");
    }

    /// <summary>What a job leaves to those after it.</summary>
    public static string ResultOf(int job) =>
        $"PROD.{Catalogue.ApplicationOf(job).Code}.{Catalogue.Name(SourceKind.Job, job)}.O1";

    private void Head()
    {
        deck.Add($"""
            //{name} JOB ({application.Code}01,PROD),'{application.Name}',CLASS={(char)('A' + dice.Below(6))},MSGCLASS=X,
            //             NOTIFY=&SYSUID,REGION=0M
            //*--------------------------------------------------------------------
            //* {dice.Of(Terms.Deeds)} {dice.Of(Terms.Nouns)} OF {application.Name}
            //*--------------------------------------------------------------------
            """);
        var libraries = Enumerable.Range(0, catalogue.Libraries(SourceKind.Proc))
            .Select(at => Library.Numbered(SourceKind.Proc, at));
        deck.Add($"//         JCLLIB ORDER=({string.Join(",\n//             ", libraries)})");
        deck.Add($"//         SET HLQ=PROD");
    }

    // The first jobs of an application begin with what comes from outside.
    private List<string> From()
    {
        var apart = Application.All.Count;
        List<string> from = [];
        for (var sources = 1 + dice.Below(3); sources > 0; sources--)
        {
            var before = dice.Percent(85) ? number - (apart * (1 + dice.Below(3))) : dice.Below(number + 1) - 1;
            if (before >= 0)
                from.Add(ResultOf(before));
        }
        return from.Count > 0 ? from : [$"PROD.{application.Code}.RECEIVED"];
    }

    private void Procedure(string step)
    {
        var proc = catalogue.Any(dice, SourceKind.Proc);
        var name = $"{(dice.Percent(20) ? "PROC=" : "")}{Catalogue.Name(SourceKind.Proc, proc)}";
        deck.Add($"//{step} EXEC {name},APP={application.Code},CYC={dice.Of(["D", "W", "M"])}");
        if (dice.Percent(40))
            deck.Add($"""
                //PS010.{BatchFile.Of(ProcSource.FirstProgram(catalogue, proc))[0].Dd} DD DISP=SHR,
                //            DSN=&HLQ..{application.Code}.{Catalogue.Name(SourceKind.Job, number)}.O1(0)
                """);
    }

    private void Conditional(Steps steps)
    {
        deck.Add($"//         IF ({steps.Last.TrimEnd()}.RC <= 4) THEN");
        steps.Any();
        deck.Add($"""
            //         ELSE
            //{steps.Next()} EXEC PGM=IEFBR14
            //         ENDIF
            """);
    }
}
