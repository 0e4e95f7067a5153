using Sluice.Mainframe.Snapshots;

namespace Sluice.Mainframe.Estate;

/// <summary>
/// What belongs with members that are delivered together and is not among them: what they need and nobody has, what has to be
/// compiled, bound or linked again because of them.
/// </summary>
public sealed class Completeness
{
    private readonly EstateGraph graph;
    private readonly HashSet<int> given;
    private readonly List<Absence> absences = [];
    private readonly HashSet<(Thing, string)> told = [];
    private readonly HashSet<Thing> seen = [];
    private readonly Queue<Thing> ahead = new();

    private Completeness(EstateGraph graph, IReadOnlyList<SnapshotEntry> members)
    {
        this.graph = graph;
        given = [.. members.Select(member => member.Ordinal)];
        foreach (var member in members)
        {
            Needed(member);
            foreach (var held in graph.Held(member))
            {
                Follow(held);
                // Assembling a mapset also makes the copybook of its name: the symbolic map.
                if (held.Kind is ThingKind.Mapset)
                    Follow(new(ThingKind.Copybook, held.Name));
            }
        }
        while (ahead.TryDequeue(out var changed))
            Because(changed);
    }

    /// <returns>Each thing once for each reason; certain ones first, then by reason and name.</returns>
    public static IReadOnlyList<Absence> Of(EstateGraph graph, IReadOnlyList<SnapshotEntry> members) =>
        [.. new Completeness(graph, members).absences
            .OrderBy(absence => absence.By.Reference.Certainty).ThenBy(absence => absence.Code, StringComparer.Ordinal)
            .ThenBy(absence => absence.What.Name, StringComparer.Ordinal)];

    /// <summary>What the members ask for, and is neither here nor supplied with z/OS.</summary>
    private void Needed(SnapshotEntry member)
    {
        foreach (var (_, reference) in graph.ReferencesOf(member))
            if (reference.Certainty is Certainty.Certain && IsSource(reference.To.Kind) && !Supplied.Is(reference.To)
                && !graph.Holders(reference.To).Any() && !IsSymbolicMap(reference.To))
                Tell(reference.To, null, "missing.not-in-sources", $"{reference.From.Name} needs it, and it is not in these sources.", new(member, reference));
    }

    private bool IsSymbolicMap(Thing thing) =>
        thing.Kind is ThingKind.Copybook && graph.Holders(new(ThingKind.Mapset, thing.Name)).Any();

    private static bool IsSource(ThingKind kind) =>
        kind is ThingKind.Program or ThingKind.Copybook or ThingKind.Proc or ThingKind.JclInclude or ThingKind.Psb or ThingKind.Dbd;

    private void Because(Thing changed)
    {
        foreach (var known in graph.Users(changed))
        {
            var (member, reference) = (known.Member, known.Reference);
            switch (changed.Kind, reference.Verb)
            {
                case (ThingKind.Copybook, Verb.Copies):
                    // What copies it in turn need not be delivered: whoever copies that is compiled with the new one.
                    if (reference.From.Kind is not ThingKind.Copybook)
                        Absent(reference.From, known, "missing.rebuild", $"It copies {changed.Name} and has to be compiled again.");
                    Follow(reference.From);
                    break;
                case (ThingKind.Program, Verb.Contains) when reference.From.Kind is ThingKind.Package or ThingKind.Plan:
                    Absent(reference.From, known, "missing.bind", $"{changed.Name} is bound by it: its new DBRM has to be bound.");
                    break;
                case (ThingKind.Program, Verb.Contains) when reference.From.Kind is ThingKind.Program && reference.From != changed:
                    Absent(reference.From, known, "missing.link", $"{changed.Name} is linked into it: it has to be linked again.");
                    break;
                case (ThingKind.Table, _) when reference.From.Kind is ThingKind.Copybook:
                    Absent(reference.From, known, "missing.declaration", $"It declares the table {changed.Name}: DCLGEN makes it anew.");
                    Follow(reference.From);
                    break;
                case (ThingKind.Table, Verb.Reads) when reference.From.Kind is ThingKind.Table:
                    // A view: who works with it works with its tables.
                    Follow(reference.From);
                    break;
                case (ThingKind.Table, Verb.Reads or Verb.Writes or Verb.Updates or Verb.Deletes) when reference.From.Kind is ThingKind.Program:
                    Absent(reference.From, known, "missing.table-user", $"It works with the table {changed.Name}.");
                    break;
                case (ThingKind.Dbd, _) when reference.From.Kind is ThingKind.Psb:
                    Absent(reference.From, known, "missing.psb", $"It sees the database {changed.Name}: its control blocks are made anew.");
                    break;
                case (ThingKind.Mapset, Verb.Sends or Verb.Receives) or (ThingKind.Map, Verb.Sends or Verb.Receives):
                    Absent(reference.From, known, "missing.map-user", $"It shows the map {changed.Name}.");
                    Follow(reference.From);
                    break;
            }
        }
    }

    private void Absent(Thing what, KnownReference by, string code, string why)
    {
        if (given.Contains(by.Member.Ordinal) || graph.Holders(what).FirstOrDefault() is { } holder && given.Contains(holder.Ordinal))
            return;
        Tell(what, by.Member, code, why, by);
    }

    private void Tell(Thing what, SnapshotEntry? member, string code, string why, KnownReference by)
    {
        if (told.Add((what, code)))
            absences.Add(new(what, member, code, why, by));
    }

    private void Follow(Thing changed)
    {
        if (Things.Leads(changed) && seen.Add(changed))
            ahead.Enqueue(changed);
    }
}
