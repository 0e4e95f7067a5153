using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Jcl;

/// <summary>A job as it runs: its procedures and INCLUDE groups in place, symbols replaced, overrides applied.</summary>
/// <param name="Libraries">DD statements before the first step: JOBLIB.</param>
/// <param name="Diagnostics">Their places are in the member that the words name, otherwise in the job's.</param>
internal sealed record ExpandedJob(
    string Name, IReadOnlyList<ExpandedStep> Steps, IReadOnlyList<ExpandedDd> Libraries, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>A step that runs a program, or would if its procedure were known.</summary>
/// <param name="Name">Of the EXEC PGM statement; numbered when it has none: <c>#3</c>.</param>
/// <param name="Calls">The steps that called the procedures that it is in, the job's first.</param>
/// <param name="Origin">Its EXEC statement.</param>
internal sealed record ExpandedStep(string Name, IReadOnlyList<string> Calls, Link Origin)
{
    private readonly Dictionary<string, List<ExpandedDd>> concatenations = [];

    internal List<ExpandedDd> Own { get; } = [];

    /// <summary>The member that its EXEC statement stands in.</summary>
    public required SourceText Source { get; init; }

    /// <summary><c>PAYSTEP.SORT</c> for step SORT of the procedure that PAYSTEP calls.</summary>
    public string FullName => Calls.Count == 0 ? Name : $"{string.Join('.', Calls)}.{Name}";

    /// <summary>Null when it is not known; <see cref="Why"/> says why.</summary>
    public string? Program { get; internal set; }

    public string? Why { get; internal set; }

    public string? Parm { get; internal set; }

    /// <summary>COND as written; the step is bypassed when it is true.</summary>
    public string? Cond { get; internal set; }

    /// <summary>Of the IF statements around it, outermost first; of an ELSE part <c>NOT (…)</c>.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>In the order of the procedure; added ones after them.</summary>
    public IReadOnlyList<ExpandedDd> Dds => Own;

    /// <returns>All of a concatenation; empty when there is none of that name.</returns>
    public IReadOnlyList<ExpandedDd> Find(string ddName) => concatenations.GetValueOrDefault(ddName) ?? [];

    internal void Add(ExpandedDd dd)
    {
        if (!concatenations.TryGetValue(dd.Name, out var concatenation))
            concatenations.Add(dd.Name, concatenation = []);
        dd.Sequence = concatenation.Count;
        concatenation.Add(dd);
        Own.Add(dd);
    }
}

/// <summary>A DD statement as it counts for its step.</summary>
/// <param name="Name">Of its concatenation, without the procedure step.</param>
/// <param name="Origin">The statement that it began as.</param>
internal sealed record ExpandedDd(string Name, Link Origin)
{
    /// <summary>The member with its in-stream data.</summary>
    public required SourceText Source { get; set; }

    /// <summary>That member's name.</summary>
    public required string Member { get; set; }

    public int Sequence { get; internal set; }

    /// <summary>Keyword to value, symbols replaced; of positional ones (DUMMY, *, DATA) the word to nothing.</summary>
    public IReadOnlyDictionary<string, string> Operands { get; internal set; } = new Dictionary<string, string>();

    /// <summary>Null when there is none: DUMMY, SYSOUT, in-stream data.</summary>
    public DataSetName? DataSet { get; internal set; }

    /// <summary>Why the data set's name is not what it will be; null when it is.</summary>
    public string? Why { get; internal set; }

    public InStreamData? Data { get; internal set; }

    public Disposition Disposition => Disposition.Of(Operands.GetValueOrDefault("DISP") ?? "");

    /// <summary>What the program of its step most likely does with the data set: makes it, reads it, adds to it.</summary>
    public Verb ToVerb(string? program) => Disposition.ToVerb(program, Name);

    /// <summary>The statements that changed it, in their order.</summary>
    public IReadOnlyList<Link> OverriddenBy => Overriding;

    /// <summary>The DD statement that it refers back to.</summary>
    public Link? RefersTo { get; internal set; }

    internal List<Link> Overriding { get; } = [];
}
