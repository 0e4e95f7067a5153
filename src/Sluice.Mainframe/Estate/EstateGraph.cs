using Sluice.Mainframe.Snapshots;

namespace Sluice.Mainframe.Estate;

/// <summary>
/// The estate as things and what they say of each other, to be followed both ways. What a step does with a data set is what its
/// program does with the DD name, wherever that can be told.
/// </summary>
public sealed class EstateGraph(Snapshot snapshot)
{
    // Whoever follows a path comes by the same members again and again; of a large estate not all of them are kept.
    private const int MostKept = 4096;

    private readonly Dictionary<int, IReadOnlyList<KnownReference>> references = [];
    private readonly Dictionary<int, ILookup<Thing, Reference>> steps = [];
    private readonly Dictionary<string, IReadOnlyDictionary<string, Verb>> access = new(StringComparer.OrdinalIgnoreCase);

    public Snapshot Snapshot => snapshot;

    /// <summary>Every reference, member by member.</summary>
    public IEnumerable<KnownReference> References() => snapshot.References().Select(Accessed);

    /// <summary>Who refers to something of that name, whatever it is.</summary>
    public IEnumerable<KnownReference> UsersOf(string name) => snapshot.ReferencesTo(name).Select(Accessed);

    /// <summary>Whatever has that name: what is defined, what speaks and what is spoken of.</summary>
    public IEnumerable<Thing> Named(string name) => snapshot.Subject(name).Select(subject => subject.Entry).Distinct()
        .SelectMany(entry => Held(entry).Concat(ReferencesOf(entry).Select(known => known.Reference.From)))
        .Concat(snapshot.ReferencesTo(name).Select(known => known.Reference.To))
        .Where(thing => IndexedNames.IsNamed(thing, name)).Distinct();

    /// <summary>Who refers to it.</summary>
    public IEnumerable<KnownReference> Users(Thing thing) =>
        snapshot.ReferencesTo(Things.Sought(thing)).Where(known => Things.AreSame(known.Reference.To, thing)).Select(Accessed);

    /// <summary>What it refers to.</summary>
    public IEnumerable<KnownReference> Uses(Thing thing)
    {
        foreach (var entry in snapshot.Subject(Things.Sought(thing)).Where(subject => subject.IsSpeaker).Select(subject => subject.Entry).Distinct())
            foreach (var known in ReferencesOf(entry))
                if (Things.AreSame(known.Reference.From, thing))
                    yield return Accessed(known);
    }

    /// <summary>Where it is defined, in the order of the libraries: the first counts, the others are hidden by it.</summary>
    public IEnumerable<SnapshotEntry> Holders(Thing thing) => snapshot.Subject(Things.Sought(thing))
        .Where(subject => !subject.IsSpeaker).Select(subject => subject.Entry).Distinct()
        .Where(entry => Held(entry).Any(held => Things.AreSame(held, thing)));

    /// <summary>What a member brings into the estate: what it defines, and itself where others ask for it by its name.</summary>
    public IEnumerable<Thing> Held(SnapshotEntry entry)
    {
        var held = snapshot.Defines(entry).Select(definition => definition.What);
        return (entry.Kind switch
        {
            MemberKind.Copybook => held.Append(new(ThingKind.Copybook, entry.Name)),
            MemberKind.ControlCard or MemberKind.Scheduler or MemberKind.Csd or MemberKind.Ddl => held.Append(new(ThingKind.ControlMember, entry.Name)),
            MemberKind.Other when entry.Language is not Language.None => held.Append(new(
                entry.Language is Language.Pli or Language.Assembler ? ThingKind.Copybook : ThingKind.ControlMember, entry.Name)),
            _ => held,
        }).Distinct();
    }

    /// <summary>The members of one name, or those that define something of that name; with a path, that one.</summary>
    public IReadOnlyList<SnapshotEntry> MembersNamed(string name)
    {
        var holders = snapshot.Subject(MemberName.Of(name)).Concat(snapshot.Subject(name)).Where(subject => !subject.IsSpeaker)
            .Select(subject => subject.Entry).Distinct().ToList();
        var members = holders.Where(entry => entry.Path.Equals(name, StringComparison.Ordinal)).ToList();
        if (members.Count == 0)
            members = holders.FindAll(entry => entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return members.Count > 0
            ? members
            : [.. snapshot.Subject(name).Where(subject => !subject.IsSpeaker).Select(subject => subject.Entry).Distinct()];
    }

    internal IReadOnlyList<KnownReference> ReferencesOf(SnapshotEntry entry)
    {
        if (references.TryGetValue(entry.Ordinal, out var known))
            return known;
        if (references.Count >= MostKept)
            references.Clear();
        return references[entry.Ordinal] = snapshot.References(entry);
    }

    private KnownReference Accessed(KnownReference known)
    {
        var reference = known.Reference;
        if (reference is not { From.Kind: ThingKind.Step, To.Kind: ThingKind.DataSet, Through: { } ddName, Verb: not (Verb.Creates or Verb.Deletes) })
            return known;
        var name = ddName[(ddName.LastIndexOf('.') + 1)..];
        foreach (var program in Programs(known.Member, reference.From))
            if (AccessOf(program).TryGetValue(name, out var verb))
                return verb == reference.Verb
                    ? known
                    : known with { Reference = reference with { Verb = verb } };
        return known;
    }

    /// <summary>What runs in a step: the program of its EXEC statement, and those that this one is told to run.</summary>
    private IEnumerable<Thing> Programs(SnapshotEntry member, Thing step)
    {
        foreach (var reference in StepsOf(member)[step])
            if (reference.To.Kind is ThingKind.Program)
                yield return reference.To;
            else
                foreach (var known in Uses(reference.To))
                    if (known.Reference is { Verb: Verb.Runs, To.Kind: ThingKind.Program })
                        yield return known.Reference.To;
    }

    /// <summary>What says what runs, by the step: a job can have thousands of steps, and each asks for its own.</summary>
    private ILookup<Thing, Reference> StepsOf(SnapshotEntry member)
    {
        if (steps.TryGetValue(member.Ordinal, out var known))
            return known;
        if (steps.Count >= MostKept)
            steps.Clear();
        return steps[member.Ordinal] = ReferencesOf(member).Select(found => found.Reference)
            .Where(reference => (reference.Verb, reference.To.Kind) is (Verb.Runs, ThingKind.Program) or (Verb.Reads, ThingKind.ControlMember))
            .ToLookup(reference => reference.From);
    }

    /// <summary>What a program does with its DD names.</summary>
    private IReadOnlyDictionary<string, Verb> AccessOf(Thing program)
    {
        if (access.TryGetValue(program.Name, out var known))
            return known;
        var verbs = new Dictionary<string, Verb>(StringComparer.OrdinalIgnoreCase);
        foreach (var holder in Holders(program).Take(1))
            foreach (var (_, reference) in ReferencesOf(holder))
                if (reference is { To.Kind: ThingKind.DdName, Verb: not Verb.Uses })
                    verbs[reference.To.Name] = verbs.TryGetValue(reference.To.Name, out var other) && other != reference.Verb
                        ? Verb.Updates
                        : reference.Verb;
        return access[program.Name] = verbs;
    }
}
