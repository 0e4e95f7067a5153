using Sluice.Mainframe.Commands;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Schedulers;

/// <summary>Goes through the elements of an export and remembers which folder and job they are in.</summary>
internal sealed class ControlMExport(string member, XmlTags xml, Findings findings)
{
    // Control-M allows far fewer; what is deeper belongs to the last of them.
    private const int DeepestFolder = 100;

    // Every job in a folder has its name in its own; Control-M allows 64 characters for each folder of a path.
    private const int LongestFolder = 1_000;
    private const string JclInExport = "Its JCL stands in the export itself and not in a member.";

    // A sub-folder has a name like a job.
    private static readonly ControlMAttribute[] FolderNames =
        [ControlMAttribute.FolderName, ControlMAttribute.TableName, ControlMAttribute.SmartFolderName, ControlMAttribute.JobName];

    // With those that they are in, as Control-M writes it: PAY/LOAD. Of a folder that has no name, null.
    private readonly List<string?> folders = [];
    private readonly Dictionary<string, (string Value, Place At)> variables = new(StringComparer.OrdinalIgnoreCase);
    private Thing? job;
    private (string Name, Place At, string? Library, string? Why, string Text)? runs;
    private int tooDeep;
    private bool isMismatched;

    public void Begin()
    {
        switch (xml.Name)
        {
            case "INCOND":
                Refer(Verb.Follows, ControlMAttribute.OrderDate);
                break;
            case "OUTCOND" or "DOCOND":
                Refer(IsRemoved ? Verb.Deletes : Verb.Raises, ControlMAttribute.OrderDate);
                break;
            case "QUANTITATIVE" or "CONTROL":
                Refer(Verb.Uses, ControlMAttribute.None);
                break;
            case "JOB":
                BeginJob();
                break;
            case "DOFORCEJOB":
                Force();
                break;
            case "VARIABLE" or "AUTOEDIT" or "AUTOEDIT2":
                Variable();
                break;
            default:
                if (IsFolder(xml.Name))
                    BeginFolder();
                break;
        }
    }

    public void End()
    {
        if (xml.Name is "JOB")
            EndJob();
        else if (IsFolder(xml.Name))
        {
            Mismatched(job is not null, xml.NameAt, "The folder ends, and a job in it has not ended yet.");
            EndJob();
            if (tooDeep > 0)
                tooDeep--;
            else if (folders.Count > 0)
                folders.RemoveAt(folders.Count - 1);
        }
    }

    public void Close(Place end)
    {
        Mismatched(job is not null || folders.Count > 0, end, "The export ends before its folders do.");
        EndJob();
    }

    private static bool IsFolder(ReadOnlySpan<char> element) => element is "FOLDER" or "TABLE" or "SCHED_TABLE" or "SMART_FOLDER"
        or "SMART_TABLE" or "SCHED_GROUP" or "SUB_FOLDER" or "SUB_TABLE";

    // Once is enough: all that follows may be displaced by the first.
    private void Mismatched(bool isSo, Place at, string words)
    {
        if (isSo && !isMismatched)
            findings.Complain(at, XmlTags.Broken, words);
        isMismatched |= isSo;
    }

    private void BeginFolder()
    {
        EndJob();
        var attribute = Array.Find(FolderNames, xml.Has);
        string? name = null;
        if (attribute == ControlMAttribute.None)
            findings.Complain(xml.NameAt, "controlm.no-name", "The folder has no name.");
        else
        {
            name = xml.Value(attribute).Upper();
            if (folders is [.., { } parent])
                name = $"{parent}/{name}";
            if (name.Length > LongestFolder)
            {
                findings.Complain(xml.At(attribute), "controlm.name-too-long", "The folder's name is too long; its end is left out.");
                name = name[..LongestFolder];
            }
            var folder = Folder(name);
            findings.Define(folder.Kind, folder.Name, xml.At(attribute));
            if (folders is [.., { } outer])
                findings.Refer(new(Folder(outer), Verb.Contains, folder, xml.At(attribute), Shown()));
        }
        if (xml.IsEmpty)
            return;
        if (folders.Count < DeepestFolder)
            folders.Add(name);
        else if (tooDeep++ == 0)
            findings.Complain(xml.NameAt, "controlm.too-deep", $"Folders are nested more than {DeepestFolder} deep.");
    }

    private void BeginJob()
    {
        EndJob();
        if (!xml.Has(ControlMAttribute.JobName))
        {
            findings.Complain(xml.NameAt, "controlm.no-name", "The job has no name.");
            return;
        }
        var at = xml.At(ControlMAttribute.JobName);
        var folder = folders is [.., { } inner] ? inner : First(ControlMAttribute.ParentFolder, ControlMAttribute.ParentTable);
        var shown = Shown();
        job = Named(folder, xml.Value(ControlMAttribute.JobName));
        findings.Define(ThingKind.ScheduledJob, job.Value.Name, at);
        if (folder is not null)
            findings.Refer(new(Folder(folder), Verb.Contains, job.Value, at, shown));
        // A command runs no member, and a dummy job nothing at all.
        if (!xml.Value(ControlMAttribute.MemberName).IsEmpty && !IsTask("Dummy") && !IsTask("Command"))
            runs = (xml.Value(ControlMAttribute.MemberName).Upper(), xml.At(ControlMAttribute.MemberName),
                First(ControlMAttribute.MemberLibrary, ControlMAttribute.None),
                xml.Value(ControlMAttribute.UseInStreamJcl) is "Y" ? JclInExport : null, shown);
        if (xml.IsEmpty)
            EndJob();
    }

    /// <summary>Variables stand behind what uses them, so that it is known only now what the job runs.</summary>
    private void EndJob()
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
            else if (run.Why is { } why)
                findings.Refer(reference with { Certainty = Certainty.Unresolved, Why = why });
            else
                findings.Refer(SymbolicName.Judge(reference));
        }
        (job, runs) = (null, null);
        if (variables.Count > 0)
            variables.Clear();
    }

    /// <summary>NAME and VALUE, or in older exports both in EXP: <c>%%MEM=PAYJOB</c>.</summary>
    private void Variable()
    {
        if (xml.Has(ControlMAttribute.Name) && xml.Has(ControlMAttribute.Value))
            variables[xml.Value(ControlMAttribute.Name).ToString()] =
                (xml.Value(ControlMAttribute.Value).ToString(), xml.At(ControlMAttribute.Value));
        else if (xml.Value(ControlMAttribute.Expression) is var said && said.IndexOf('=') is > 0 and var sign)
            variables[said[..sign].Trim(' ').ToString()] =
                (said[(sign + 1)..].Trim(' ').ToString(), xml.At(ControlMAttribute.Expression));
    }

    private bool IsTask(string type) => xml.Value(ControlMAttribute.TaskType).Equals(type, StringComparison.OrdinalIgnoreCase);

    /// <summary>SIGN is - or DEL where the condition is taken away.</summary>
    private bool IsRemoved => xml.Value(ControlMAttribute.Sign) is "-" or "DEL" or "MINUS";

    private void Force()
    {
        if (!xml.Has(ControlMAttribute.Name))
            return;
        var folder = First(ControlMAttribute.FolderName, ControlMAttribute.TableName) ?? (folders is [.., { } inner] ? inner : null);
        Refer(Verb.Runs, Named(folder, xml.Value(ControlMAttribute.Name)), null);
    }

    private void Refer(Verb verb, ControlMAttribute through)
    {
        if (xml.Value(ControlMAttribute.Name) is { IsEmpty: false } name)
            Refer(verb, new(ThingKind.Condition, name.Upper()), xml.Has(through) ? xml.Value(through).ToString() : null);
    }

    // What a folder itself waits for and raises is its own.
    private void Refer(Verb verb, Thing to, string? through)
    {
        var from = job ?? (folders is [.., { } folder] ? Folder(folder) : new(ThingKind.ControlMember, member));
        findings.Refer(SymbolicName.Judge(new(from, verb, to, xml.At(ControlMAttribute.Name), Shown()) { Through = through }));
    }

    private string? First(ControlMAttribute one, ControlMAttribute other) =>
        xml.Has(one) ? xml.Value(one).Upper() : xml.Has(other) ? xml.Value(other).Upper() : null;

    private static Thing Folder(string name) => new(ThingKind.Resource, $"FOLDER {name}");

    private static Thing Named(string? folder, ReadOnlySpan<char> name) =>
        new(ThingKind.ScheduledJob, folder is null ? name.Upper() : $"{folder}.{name.Upper()}");

    /// <summary>What no library can hold as a member is a script on another system.</summary>
    private static Thing Member(string name) =>
        new(SymbolicName.Why(name) is not null || IsMemberName(name) ? ThingKind.Job : ThingKind.ControlMember, name.ToUpperInvariant());

    // It may begin with a digit, as names of jobs in a scheduler do.
    private static bool IsMemberName(ReadOnlySpan<char> name)
    {
        foreach (var character in name)
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('@' or '#' or '$'))
                return false;
        return name.Length <= 8;
    }

    private string Shown()
    {
        const int longestValue = 80;
        Span<char> shown = stackalloc char[Reference.LongestText];
        var length = 0;
        Append(shown, ref length, "<");
        Append(shown, ref length, xml.Name);
        for (var attribute = ControlMAttribute.JobName; attribute <= ControlMAttribute.TableName; attribute++)
            if (xml.Value(attribute) is { IsEmpty: false } value)
            {
                Append(shown, ref length, " ");
                Append(shown, ref length, attribute.ToWord());
                Append(shown, ref length, "=\"");
                Append(shown, ref length, value[..Math.Min(value.Length, longestValue)]);
                Append(shown, ref length, "\"");
            }
        Append(shown, ref length, "/>");
        // A reference to a line end may be in a value.
        return shown[..length].ContainsAnyInRange('\0', '\x1f') ? OneLine.Of(shown[..length]) : shown[..length].ToString();
    }

    private static void Append(Span<char> shown, ref int length, ReadOnlySpan<char> part)
    {
        part = part[..Math.Min(part.Length, shown.Length - length)];
        part.CopyTo(shown[length..]);
        length += part.Length;
    }
}
