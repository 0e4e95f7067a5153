using Sluice.Bench.Estates.Writing;

namespace Sluice.Bench.Estates.Others;

/// <summary>A Control-M table of every so many jobs, each after the one before it in its application.</summary>
internal sealed class ScheduleSource(Deck deck, Catalogue catalogue, int number)
{
    public void Write()
    {
        var (members, apart) = (catalogue.Count(SourceKind.Schedule), Application.All.Count);
        deck.Add($"""
            <?xml version="1.0" encoding="utf-8"?>
            <DEFTABLE>
              <FOLDER DATACENTER="PROD" FOLDER_NAME="{Catalogue.Name(SourceKind.Schedule, number)}">
            """);
        for (var job = number; job < catalogue.Count(SourceKind.Job); job += members)
        {
            var name = Catalogue.Name(SourceKind.Job, job);
            deck.Add($"""
                    <JOB APPLICATION="{Catalogue.ApplicationOf(job).Code}" JOBNAME="{name}" MEMNAME="{name}"
                         MEMLIB="{Library.Of(SourceKind.Job, job)}" TASKTYPE="Job" DAYS="ALL" MAXWAIT="7">
                """);
            if (job >= apart)
                deck.Add($"""
                          <INCOND NAME="{Catalogue.Name(SourceKind.Job, job - apart)}-OK" ODATE="ODAT" AND_OR="A" />
                    """);
            deck.Add($"""
                      <OUTCOND NAME="{name}-OK" ODATE="ODAT" SIGN="+" />
                    </JOB>
                """);
        }
        deck.Add($"""
              </FOLDER>
            </DEFTABLE>
            """);
    }
}
