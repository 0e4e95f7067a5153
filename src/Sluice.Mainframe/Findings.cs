namespace Sluice.Mainframe;

/// <summary>Where a reader writes down what it finds in one member, in the order of the source.</summary>
public sealed class Findings
{
    /// <summary>Of one member; what comes after it is one more diagnostic, which says so.</summary>
    public const int MostDiagnostics = 200;

    private readonly List<Definition> defines = [];
    private readonly List<Reference> references = [];
    private readonly List<Diagnostic> diagnostics = [];
    private readonly List<Assignment> assignments = [];

    public IReadOnlyList<Definition> Defines => defines;

    public IReadOnlyList<Reference> References => references;

    public IReadOnlyList<Diagnostic> Diagnostics => diagnostics;

    public IReadOnlyList<Assignment> Assignments => assignments;

    /// <summary>To write down the next of many small pieces, as if it were a member of its own.</summary>
    internal void Clear()
    {
        defines.Clear();
        references.Clear();
        diagnostics.Clear();
        assignments.Clear();
    }

    public void Assign(Assignment assignment) => assignments.Add(assignment);

    public void Define(ThingKind kind, string name, Place at) => defines.Add(new(new(kind, name), at));

    public void Refer(Reference reference) => references.Add(reference);

    /// <param name="code">Stable, with the language in front: <c>jcl.unclosed-quote</c>.</param>
    public void Complain(Place at, string code, string words)
    {
        if (diagnostics.Count < MostDiagnostics)
            diagnostics.Add(new(at, code, words));
        else if (diagnostics.Count == MostDiagnostics)
            diagnostics.Add(new(at, "member.too-many-diagnostics", "There is more wrong with this member than is listed."));
    }
}
