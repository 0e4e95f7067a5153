using System.Xml;
using Sluice.Mainframe.Commands;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Schedulers;

/// <summary>Goes through the elements of an export and remembers which folder and job they are in.</summary>
internal sealed class ControlMExport(string member, XmlReader xml, Findings findings)
{
    // A sub-folder has a name like a job.
    private static readonly string[] FolderNames = ["FOLDER_NAME", "TABLE_NAME", "SMART_FOLDER_NAME", "JOBNAME"];

    private static readonly string[] ShownAttributes =
        ["JOBNAME", "MEMNAME", "MEMLIB", "NAME", "ODATE", "SIGN", "AND_OR", "FOLDER_NAME", "TABLE_NAME"];

    private readonly List<(int Depth, string Name)> folders = [];
    private readonly Dictionary<string, (string Value, Place At)> variables = new(StringComparer.OrdinalIgnoreCase);
    private readonly IXmlLineInfo position = (IXmlLineInfo)xml;
    private Thing? job;
    private int jobDepth;
    private (string Name, Place At, string? Library, string Text)? runs;

    public void Begin()
    {
        switch (xml.LocalName)
        {
            case "FOLDER" or "TABLE" or "SCHED_TABLE" or "SMART_FOLDER" or "SMART_TABLE" or "SCHED_GROUP" or "SUB_FOLDER"
                or "SUB_TABLE":
                BeginFolder();
                break;
            case "JOB":
                BeginJob();
                break;
            case "INCOND":
                Refer(Verb.Follows, ThingKind.Condition, "NAME", "ODATE");
                break;
            case "OUTCOND" or "DOCOND":
                Refer(IsRemoved() ? Verb.Deletes : Verb.Raises, ThingKind.Condition, "NAME", "ODATE");
                break;
            case "QUANTITATIVE" or "CONTROL":
                Refer(Verb.Uses, ThingKind.Condition, "NAME", null);
                break;
            case "DOFORCEJOB":
                Force();
                break;
            case "VARIABLE" or "AUTOEDIT" or "AUTOEDIT2":
                if (xml.GetAttribute("NAME") is { } variable && At("VALUE") is { } at)
                    variables[variable] = (xml.GetAttribute("VALUE")!, at);
                break;
        }
    }

    public void End()
    {
        if (job is not null && xml.Depth == jobDepth)
            EndJob();
        else if (folders.Count > 0 && folders[^1].Depth == xml.Depth)
            folders.RemoveAt(folders.Count - 1);
    }

    /// <summary>Variables stand behind what uses them, so that it is known only now what the job runs.</summary>
    public void EndJob()
    {
        if (job is { } whole && runs is { } run)
        {
            var reference = new Reference(whole, Verb.Runs, Member(run.Name), run.At, run.Text) { Through = run.Library };
            if (variables.TryGetValue(run.Name, out var variable) && SettledName.Why(variable.Value) is null)
                findings.Refer(reference with
                {
                    To = Member(variable.Value),
                    Certainty = Certainty.Candidate,
                    Chain = [new(null, variable.At, OneLine.Of($"{run.Name}={variable.Value}"))],
                });
            else
                findings.Refer(SymbolicName.Judge(reference));
        }
        (job, runs) = (null, null);
        variables.Clear();
    }

    private void BeginFolder()
    {
        var attribute = FolderNames.FirstOrDefault(one => At(one) is not null);
        if (attribute is null)
        {
            findings.Complain(new(position.LineNumber, position.LinePosition), "controlm.no-name", "The folder has no name.");
            return;
        }
        var name = xml.GetAttribute(attribute)!.ToUpperInvariant();
        findings.Define(ThingKind.Resource, $"FOLDER {name}", At(attribute)!.Value);
        if (!xml.IsEmptyElement)
            folders.Add((xml.Depth, name));
    }

    private void BeginJob()
    {
        EndJob();
        if (At("JOBNAME") is not { } at)
        {
            findings.Complain(new(position.LineNumber, position.LinePosition), "controlm.no-name", "The job has no name.");
            return;
        }
        var folder = folders.Count > 0 ? folders[^1].Name
            : (xml.GetAttribute("PARENT_FOLDER") ?? xml.GetAttribute("PARENT_TABLE"))?.ToUpperInvariant();
        job = Named(folder, xml.GetAttribute("JOBNAME")!);
        jobDepth = xml.Depth;
        findings.Define(ThingKind.ScheduledJob, job.Value.Name, at);
        if (folder is not null)
            findings.Refer(new(new(ThingKind.Resource, $"FOLDER {folder}"), Verb.Contains, job.Value, at, Shown()));
        // A command runs no member, and a dummy job nothing at all.
        if (At("MEMNAME") is { } memberAt && xml.GetAttribute("MEMNAME") is { Length: > 0 } name && !IsTask("Dummy")
            && !IsTask("Command"))
            runs = (name.ToUpperInvariant(), memberAt, xml.GetAttribute("MEMLIB")?.ToUpperInvariant(), Shown());
        if (xml.IsEmptyElement)
            EndJob();
    }

    private bool IsTask(string type) => string.Equals(xml.GetAttribute("TASKTYPE"), type, StringComparison.OrdinalIgnoreCase);

    /// <summary>SIGN is - or DEL where the condition is taken away.</summary>
    private bool IsRemoved() => xml.GetAttribute("SIGN") is "-" or "DEL" or "MINUS";

    private void Force()
    {
        if (At("NAME") is not { } at)
            return;
        var folder = xml.GetAttribute("FOLDER_NAME") ?? xml.GetAttribute("TABLE_NAME")
            ?? (folders.Count > 0 ? folders[^1].Name : null);
        Refer(Verb.Runs, Named(folder, xml.GetAttribute("NAME")!), at, null);
    }

    private void Refer(Verb verb, ThingKind kind, string attribute, string? through)
    {
        if (At(attribute) is { } at && xml.GetAttribute(attribute) is { Length: > 0 } name)
            Refer(verb, new(kind, name.ToUpperInvariant()), at, through is null ? null : xml.GetAttribute(through));
    }

    // What a folder itself waits for and raises is its own.
    private void Refer(Verb verb, Thing to, Place at, string? through)
    {
        var from = job ?? (folders.Count > 0
            ? new(ThingKind.Resource, $"FOLDER {folders[^1].Name}")
            : new(ThingKind.ControlMember, member));
        findings.Refer(SymbolicName.Judge(new(from, verb, to, at, Shown()) { Through = through }));
    }

    private static Thing Named(string? folder, string name) =>
        new(ThingKind.ScheduledJob, (folder is null ? name : $"{folder}.{name}").ToUpperInvariant());

    /// <summary>What no library can hold as a member is a script on another system.</summary>
    private static Thing Member(string name) =>
        new(IsMemberName(name) ? ThingKind.Job : ThingKind.ControlMember, name.ToUpperInvariant());

    private static bool IsMemberName(string name) => SymbolicName.Why(name) is not null
        || (name.Length <= 8 && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '@' or '#' or '$'));

    /// <summary>Where an attribute's value begins; null when the element does not have it.</summary>
    private Place? At(string attribute)
    {
        if (!xml.MoveToAttribute(attribute))
            return null;
        // The value comes after the name, an equals sign and a quotation mark, nearly always without blanks between.
        var at = new Place(Math.Max(1, position.LineNumber), Math.Max(1, position.LinePosition + attribute.Length + 2));
        xml.MoveToElement();
        return at;
    }

    private string Shown()
    {
        var shown = new System.Text.StringBuilder("<").Append(xml.LocalName);
        foreach (var attribute in ShownAttributes)
            if (xml.GetAttribute(attribute) is { Length: > 0 } value)
                shown.Append(' ').Append(attribute).Append("=\"").Append(value.AsSpan(0, Math.Min(value.Length, 80))).Append('"');
        return OneLine.Of(shown.Append("/>").ToString());
    }
}
