namespace Sluice.Mainframe.Jcl;

/// <summary>A program, procedure or INCLUDE group as a statement names it, and how sure that is.</summary>
/// <param name="Name">As written where it cannot be told.</param>
internal readonly record struct Named(string Name, Certainty Certainty, string? Why, IReadOnlyList<Link> Chain)
{
    private const int LongestShown = 80;

    public static Named Of(string written, Symbols symbols)
    {
        var text = Literal.Unquoted(written);
        var replaced = Substitution.In(text, symbols);
        var name = Jcl.Name.Upper(replaced.Text);
        return replaced.Unknown is not null ? new(Jcl.Name.Upper(text), Certainty.Unresolved, replaced.Why, [])
            : !Jcl.Name.IsValid(name) ? new(Jcl.Name.Upper(text), Certainty.Unresolved, WhyNot(text, name), [])
            : Sure(name, replaced.Defaults);
    }

    public static Named Sure(string name, IReadOnlyList<Link> defaults) =>
        new(name, defaults.Count > 0 ? Certainty.Candidate : Certainty.Certain, null, defaults);

    public Reference Refer(Thing from, Verb verb, ThingKind kind, Place at, string text) =>
        new(from, verb, new(kind, Name), at, text) { Certainty = Certainty, Why = Why, Chain = Own(Chain) };

    public static string WhyNot(string written, string name) => written.Contains('&')
        ? $"With the values that are known here it would be '{Cut(name)}', which is no name: a caller gives others."
        : $"'{Cut(written)}' is no name: it stands for one that is filled in before the job is submitted.";

    // A symbol of two characters can stand for thousands, each time it is written.
    private static string Cut(string name) => name.Length <= LongestShown ? name : name[..LongestShown] + "…";

    // All of it is in the member that is read.
    internal static IReadOnlyList<Link> Own(IReadOnlyList<Link> chain) =>
        chain.Count == 0 ? chain : [.. chain.Select(link => link with { Member = null })];
}
