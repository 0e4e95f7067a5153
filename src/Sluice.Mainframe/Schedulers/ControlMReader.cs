using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Schedulers;

/// <summary>
/// Folders and jobs that were exported from Control-M: which member a job runs, what it waits for, and what it raises. A job is
/// named after its folder, <c>FOLDER.JOB</c>; the same job may be in several.
/// </summary>
/// <remarks>
/// Control-M Utilities, "exportdeffolder", "deffolder" and "defjob XML file parameters": DEFTABLE, FOLDER, SMART_FOLDER,
/// SUB_FOLDER, JOB with INCOND, OUTCOND, ON with DOCOND and DOFORCEJOB, and their older names with TABLE in place of FOLDER.
/// </remarks>
internal static class ControlMReader
{
    public static void Read(string name, SourceText source, Findings findings)
    {
        var tags = new XmlTags(source, findings);
        var export = new ControlMExport(name, tags, findings);
        while (tags.Next())
            if (tags.IsEnd)
                export.End();
            else
                export.Begin();
        export.Close(new(Math.Max(1, source.Count), 1));
    }
}
