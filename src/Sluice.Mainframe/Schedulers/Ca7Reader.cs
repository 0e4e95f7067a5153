using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Schedulers;

/// <summary>
/// CA 7: what LJOB lists of jobs, and the commands of batch input that define them. Who triggers whom is always said as the one
/// that follows, whichever of both lists it: JOBB follows JOBA.
/// </summary>
/// <remarks>
/// CA Workload Automation CA 7 Edition, Command Reference Guide, "LJOB Command"; Database Maintenance Guide, the "Example: Batch
/// Input" of panels DB.1 (JOB), DB.2 (trigger) and DB.3 (predecessors).
/// </remarks>
internal static class Ca7Reader
{
    public static void Read(string name, SourceText source, Findings findings)
    {
        var listing = new Ca7Listing(source, findings);
        var commands = new Ca7Commands(new(ThingKind.ControlMember, name), findings);
        for (var line = 1; line <= source.Count; line++)
        {
            var text = source[line];
            if (text.IsEmpty || text[0] == '*')
                continue;
            if (!listing.Read(line))
                commands.Read(text, line);
        }
    }
}
