using System.Xml;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Schedulers;

/// <summary>
/// Folders and jobs that were exported from Control-M: which member a job runs, what it waits for, and what it raises. A job is
/// named after its folder, <c>FOLDER.JOB</c>; the same job may be in several.
/// </summary>
/// <remarks>
/// Control-M Utilities, "exportdeffolder", "deffolder" and "defjob XML file parameters": DEFTABLE, FOLDER, SMART_FOLDER,
/// SUB_FOLDER, JOB with INCOND, OUTCOND, ON with DOCOND and DOFORCEJOB, and their older names with TABLE in place of FOLDER.
/// Exports of old versions name a DTD: it is passed over, and nothing is ever fetched or expanded.
/// </remarks>
internal static class ControlMReader
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
    };

    public static void Read(string name, SourceText source, Findings findings)
    {
        using var lines = new LinesReader(source);
        using var xml = XmlReader.Create(lines, Settings);
        var export = new ControlMExport(name, xml, findings);
        try
        {
            while (xml.Read())
                if (xml.NodeType == XmlNodeType.Element)
                    export.Begin();
                else if (xml.NodeType == XmlNodeType.EndElement)
                    export.End();
        }
        catch (XmlException broken)
        {
            findings.Complain(Within(source, broken), "controlm.broken-xml",
                "This is no XML from here on, and was not read: " + OneLine.Of(broken.Message));
        }
        export.EndJob();
    }

    // What is not closed is missed after the last line.
    private static Place Within(SourceText source, XmlException broken) =>
        broken.LineNumber <= source.Count ? new(Math.Max(1, broken.LineNumber), Math.Max(1, broken.LinePosition))
        : new(Math.Max(1, source.Count), source.Count == 0 ? 1 : source[source.Count].Length + 1);
}
