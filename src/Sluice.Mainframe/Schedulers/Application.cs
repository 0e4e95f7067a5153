using Sluice.Mainframe.Commands;

namespace Sluice.Mainframe.Schedulers;

/// <summary>
/// The application that is being read. What its operations follow is known by their numbers only when all are read.
/// </summary>
internal sealed class Application(Statement statement)
{
    // An application's name is part of its operations' names; the scheduler allows 16 characters.
    private const int LongestName = 64;

    private readonly Dictionary<string, Thing> operations = new(StringComparer.Ordinal);
    private readonly List<(Thing From, string Number, Reference Reference)> waiting = [];
    private string? application;
    private Thing? operation;

    public void Read()
    {
        var words = new Keywords(statement.Text.Span, quoted: true);
        if (!words.MoveNext())
            return;
        switch (words.Word)
        {
            case "ADSTART":
                End();
                Begin(words);
                break;
            case "ADOP" when application is not null:
                Operation(words);
                break;
            case "ADDEP" when operation is not null:
                Dependency(words);
                break;
            case "ADOP" or "ADDEP":
                statement.Complain(words.WordAt, "iws.no-application",
                    "This belongs to no application: there is no ADSTART before it.");
                break;
        }
    }

    public void End()
    {
        foreach (var (from, number, reference) in waiting)
            statement.Add(operations.TryGetValue(number, out var before) ? reference with { From = from, To = before }
                : reference with { Certainty = Certainty.Unresolved, Why = "The application has no operation of this number." });
        waiting.Clear();
        operations.Clear();
        (application, operation) = (null, null);
    }

    private void Begin(Keywords words)
    {
        while (words.MoveNext())
            if (words.HasValue && words.Is("ADID"))
            {
                var name = words.Name(out var at);
                application = name[..Math.Min(name.Length, LongestName)].Upper();
                statement.Define(ThingKind.Resource, $"APPLICATION {application}", at);
            }
    }

    private void Operation(Keywords words)
    {
        var number = words.Find("OPNO")?.TrimStart('0') ?? "";
        var station = words.Find("WSID");
        operation = null;
        var at = 0;
        var name = default(string?);
        for (var search = words; search.MoveNext();)
            if (search.HasValue && (search.Is("JOBN") || search.Is("JOBNAME")))
                name = search.Name(out at).Upper();
        operation = new(ThingKind.ScheduledJob, $"{application}.{name ?? number}");
        if (number.Length > 0)
            operations[number] = operation.Value;
        statement.Define(ThingKind.ScheduledJob, operation.Value.Name, at);
        if (name is not null)
            statement.Refer(operation.Value, Verb.Runs, new(ThingKind.Job, name), at, SettledName.Why(name), station);
    }

    private void Dependency(Keywords words)
    {
        var other = words.Find("PREADID");
        var job = words.Find("PREJOBN");
        var at = 0;
        var number = "";
        for (var search = words; search.MoveNext();)
            if (search.HasValue && search.Is("PREOPNO"))
                number = search.Name(out at).Upper().TrimStart('0');
        if (other is not null && other != application)
        {
            // Without a job name the other application's operation is only known by its number.
            statement.Refer(operation!.Value, Verb.Follows, new(ThingKind.ScheduledJob, $"{other}.{job ?? number}"), at,
                job is null ? "An operation of another application, by its number." : SettledName.Why(job), $"OPNO {number}");
            return;
        }
        waiting.Add((operation!.Value, number, statement.Reference(operation.Value, Verb.Follows,
            new(ThingKind.ScheduledJob, $"{application}.{job ?? number}"), at, null, $"OPNO {number}")));
    }
}
