using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Schedulers;

/// <summary>Job definitions of a scheduler, whichever it is: what it says first tells.</summary>
internal static class SchedulerReader
{
    private const int Beginning = 200;

    public static void Read(string name, SourceText source, Findings findings)
    {
        for (var line = 1; line <= Math.Min(source.Count, Beginning); line++)
        {
            var text = source[line].TrimStart(" \ufeff");
            if (text is ['<', ..])
            {
                ControlMReader.Read(name, source, findings);
                return;
            }
            if (WorkloadSchedulerReader.Begins(text))
            {
                WorkloadSchedulerReader.Read(name, source, findings);
                return;
            }
            if (JilReader.Begins(text))
            {
                JilReader.Read(name, source, findings);
                return;
            }
        }
        Ca7Reader.Read(name, source, findings);
        if (source.Count > 0 && findings.Defines.Count + findings.References.Count == 0)
            findings.Complain(new(1, 1), "scheduler.unknown-form", "No job is defined here in a form that is known.");
    }
}
