using Sluice.Mainframe.Commands;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Schedulers;

/// <summary>
/// Applications of IBM Workload Scheduler for z/OS (OPC) as its batch loader reads them. A job is named after its application,
/// <c>APPLICATION.JOB</c>.
/// </summary>
/// <remarks>
/// IBM Z Workload Scheduler, Managing the Workload, "Using the batch loader": ADSTART begins an application, ADOP an operation of
/// it, ADDEP names what that follows: an operation of the same application, or with PREADID one of another.
/// </remarks>
internal static class WorkloadSchedulerReader
{
    public static bool Begins(ReadOnlySpan<char> line) => Verb(line) is not null;

    public static void Read(string name, SourceText source, Findings findings)
    {
        var statement = new Statement(findings);
        var application = new Application(statement);
        for (var line = 1; line <= source.Count; line++)
        {
            var text = SequenceField.Without(source[line]);
            if (text.IsEmpty || text[0] == '*')
                continue;
            // Nothing ends a statement; the next one begins with its name.
            if (Verb(text.TrimStart(' ')) is not null && statement.Text.Length > 0)
            {
                application.Read();
                statement.Text.Clear();
            }
            statement.Text.Add(text, line, 1);
        }
        application.Read();
        application.End();
    }

    internal static string? Verb(ReadOnlySpan<char> line)
    {
        var end = line.IndexOf(' ');
        return (end < 0 ? line : line[..end]) switch
        {
            "ADSTART" => "ADSTART",
            "ADOP" => "ADOP",
            "ADDEP" => "ADDEP",
            "ADRUN" or "ADRULE" or "ADSR" or "ADXIV" or "ADCOND" or "ADCDEP" or "ADUSF" or "ADAPD" or "ADVDD" or "ADRE"
                or "OPTIONS" or "SRSTART" or "OISTART" or "OIT" or "JSSTART" or "JSCARD" or "CLSTART" or "WSSTART" => "",
            _ => null,
        };
    }
}
