namespace Sluice.Mainframe;

/// <summary>How sure it is that a reference means what it says it means.</summary>
public enum Certainty
{
    /// <summary>The source says so itself.</summary>
    Certain,

    /// <summary>One of those that the source lets it be; <see cref="Reference.Chain"/> says how.</summary>
    Candidate,

    /// <summary>Not to be told from the sources; <see cref="Reference.Why"/> says why.</summary>
    Unresolved,
}

/// <summary>One thing that a member says of another.</summary>
/// <param name="From">Who says it: the program, the step, the transaction.</param>
/// <param name="To">Unresolved, the name is what the source wrote in its place: an identifier, <c>&amp;HLQ..PAY</c>.</param>
/// <param name="At">Of the statement's word that names it.</param>
/// <param name="Text">The statement, or as much of it as shows it: on one line, at most <see cref="LongestText"/> characters.</param>
public sealed record Reference(Thing From, Verb Verb, Thing To, Place At, string Text)
{
    public const int LongestText = 160;

    public Certainty Certainty { get; init; }

    /// <summary>How a candidate got where it is used, from its use backwards.</summary>
    public IReadOnlyList<Link> Chain { get; init; } = [];

    /// <summary>Why it could not be told, in words; null of what is certain.</summary>
    public string? Why { get; init; }

    /// <summary>What a COPY replaces in what it copies.</summary>
    public IReadOnlyList<Replacing> Replacing { get; init; } = [];

    /// <summary>The data item whose value names it at run time; null where the source names it itself.</summary>
    public string? Variable { get; init; }

    /// <summary>
    /// By what it is reached: the DD name, the copy library after OF, the map's own name.
    /// </summary>
    public string? Through { get; init; }

    /// <summary>Which member or generation of a data set: <c>PAYROLL</c>, <c>+1</c>, <c>G0001V00</c>.</summary>
    public string? Detail { get; init; }
}

/// <summary>Text that COPY or REPLACE puts in another's place.</summary>
public sealed record Replacing(string Text, string By)
{
    public PartOfWord Part { get; init; }
}

/// <summary>What of a word has to be the text that is replaced.</summary>
public enum PartOfWord
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>Its beginning.</summary>
    Leading,

    /// <summary>Its end.</summary>
    Trailing,
}

/// <summary>One step of a chain: where a value came from.</summary>
/// <param name="Member">Which member says so; null when it is the reference's own.</param>
public sealed record Link(string? Member, Place At, string Text);
