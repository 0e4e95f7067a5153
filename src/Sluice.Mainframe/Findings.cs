namespace Sluice.Mainframe;

/// <summary>Where a reader writes down what it finds in one member, in the order of the source.</summary>
public sealed class Findings
{
    /// <summary>Of one member; what comes after it is one more diagnostic, which says so.</summary>
    public const int MostDiagnostics = 200;

    /// <summary>Of one member and one sort; no source has as many, and what has would take more memory than its text.</summary>
    public const int MostOfASort = 1_000_000;

    private readonly List<Definition> defines = [];
    private readonly List<Reference> references = [];
    private readonly List<Diagnostic> diagnostics = [];
    private readonly List<Assignment> assignments = [];
    private bool isFull;

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
        isFull = false;
    }

    public void Assign(Assignment assignment) => Add(assignments, assignment, assignment.At);

    public void Define(ThingKind kind, string name, Place at) => Add(defines, new(new(kind, name), at), at);

    public void Refer(Reference reference) => Add(references, reference, reference.At);

    /// <param name="code">Stable, with the language in front: <c>jcl.unclosed-quote</c>.</param>
    public void Complain(Place at, string code, string words)
    {
        if (diagnostics.Count < MostDiagnostics)
            diagnostics.Add(new(at, code, words));
        else if (diagnostics.Count == MostDiagnostics)
            diagnostics.Add(new(at, "member.too-many-diagnostics", "There is more wrong with this member than is listed."));
    }

    private void Add<T>(List<T> found, T one, Place at)
    {
        if (found.Count < MostOfASort)
            found.Add(one);
        else if (!isFull)
        {
            isFull = true;
            Complain(at, "member.too-many-findings", $"More than {MostOfASort} of a sort are in this member; those from here on are left out.");
        }
    }
}
