using Sluice.Mainframe.Jcl;
using Sluice.Mainframe.Snapshots;

namespace Sluice.Mainframe.Estate;

/// <summary>What a job does with its procedures in place: the steps and data sets that its own member does not say.</summary>
internal sealed class JobLinks(Library library)
{
    public static bool Asks(Reference reference) => (reference.Verb, reference.To.Kind) is
        (Verb.Runs, ThingKind.Proc) or (Verb.Uses, ThingKind.JclInclude);

    /// <summary>Whether it tells of a job which procedures it calls, from where, and out of which libraries.</summary>
    public static bool IsOfCalls(Reference reference) => Asks(reference) || IsLibrary(reference)
        || reference is { Verb: Verb.Runs, From.Kind: ThingKind.Step };

    public Links Of(SnapshotEntry member, IReadOnlyList<Reference> said)
    {
        if (!said.Any(Asks) || library.JclAfresh(member) is not { } jcl)
            return Links.None;
        using var source = jcl.Source;
        var references = new List<Linked>();
        var diagnostics = new List<Diagnostic>();
        var byJob = said.ToLookup(reference => JobOf(reference.From));
        foreach (var job in jcl.Jobs)
        {
            var libraries = byJob[job.Name].Where(IsLibrary).Select(reference => reference.To.Name).ToList();
            var calls = Calls(byJob[job.Name], job.Name);
            var expanded = Expansion.Of(job, name => Procedure(name, libraries), name => Group(name, libraries));
            foreach (var step in expanded.Steps)
                if (step.Calls.Count > 0 || step.Origin.Member != member.Path)
                    references.AddRange(Of(member, job.Name, step, calls).Select(reference => new Linked(null, reference)));
            // That one is not there is seen by its name, which leads nowhere.
            diagnostics.AddRange(expanded.Diagnostics.Where(diagnostic => !diagnostic.Code.EndsWith("-not-found", StringComparison.Ordinal)));
        }
        return new(references, diagnostics);
    }

    private static IEnumerable<Reference> Of(
        SnapshotEntry member, string job, ExpandedStep step, Dictionary<string, Reference> calls)
    {
        var thing = new Thing(ThingKind.Step, $"{job}.{step.FullName}");
        // A step that an INCLUDE group brings in stands where the group does, also when it calls a procedure.
        if ((calls.GetValueOrDefault(step.Calls is [var outermost, ..] ? outermost : "") ?? calls.GetValueOrDefault("")) is not { } call)
            yield break;
        var (at, text) = (call.At, call.Text);
        yield return new(new(ThingKind.Job, job), Verb.Contains, thing, at, text) { Chain = Chain(step.Origin) };
        if (step.Program is { } program)
            yield return new(thing, Verb.Runs, new(ThingKind.Program, program), at, text) { Chain = Chain(step.Origin) };
        foreach (var dd in step.Dds)
            if (dd.DataSet is { IsNothing: false, IsReferback: false } dataSet)
                yield return new(
                    thing, dd.Disposition.ToVerb(step.Program, dd.Name), new(ThingKind.DataSet, dataSet.Name), at, text)
                {
                    Through = dd.Name,
                    Detail = dataSet.Detail,
                    Certainty = dd.Why is null ? Certainty.Certain : Certainty.Unresolved,
                    Why = dd.Why,
                    Chain = Chain([dd.Origin, .. dd.OverriddenBy]),
                };
        foreach (var (place, said) in Told(step, thing))
            yield return said with
            {
                At = at,
                Text = text,
                Chain = [.. Chain(new Link(place, said.At, said.Text)), .. Chain(said.Chain.Select(link => link with { Member = link.Member ?? place }))],
            };

        Link[] Chain(params IEnumerable<Link> origins) => [.. origins.Select(origin => origin with
        {
            Member = origin.Member == member.Path ? null : origin.Member,
        })];
    }

    /// <summary>What the step's program is told by its PARM and its in-stream data, and in which member that stands.</summary>
    private static IEnumerable<(string Place, Reference Said)> Told(ExpandedStep step, Thing thing)
    {
        var told = new Dictionary<string, Findings>();
        ExpandedCards.Read(step, thing, place => told.TryGetValue(place, out var findings) ? findings : told[place] = new());
        return told.SelectMany(member => member.Value.References.Select(reference => (member.Key, reference)));
    }

    /// <summary>Where the job calls its procedures, by the step.</summary>
    private static Dictionary<string, Reference> Calls(IEnumerable<Reference> references, string job)
    {
        var calls = new Dictionary<string, Reference>();
        foreach (var reference in references)
            if (reference is { Verb: Verb.Runs, From.Kind: ThingKind.Step })
                calls.TryAdd(reference.From.Name[(job.Length + 1)..], reference);
            else if (reference is { Verb: Verb.Uses, To.Kind: ThingKind.JclInclude } && reference.From.Name == job)
                calls.TryAdd("", reference);
        return calls;
    }

    private static bool IsLibrary(Reference reference) => reference is { Through: "JCLLIB", To.Kind: ThingKind.DataSet };

    private static string JobOf(Thing thing) => thing.Name.IndexOf('.') is > 0 and var dot ? thing.Name[..dot] : thing.Name;

    private Proc? Procedure(string name, IReadOnlyList<string> libraries)
    {
        if (library.Procedure(name, libraries) is not { } entry || library.Jcl(entry) is not { Jobs.Count: 0 } member)
            return null;
        return member.Procs.FirstOrDefault(proc => proc.Name == name || proc.Name == entry.Path) ?? (member.Procs is [var only] ? only
            : member.Group.Statements.Count > 0 ? new(name, null, member.Group, member.Source) : null);
    }

    private JclMember? Group(string name, IReadOnlyList<string> libraries) =>
        library.Procedure(name, libraries) is { } entry ? library.Jcl(entry) : null;
}
