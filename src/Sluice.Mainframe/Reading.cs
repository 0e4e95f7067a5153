namespace Sluice.Mainframe;

/// <summary>What one member says, read by itself: nothing here knows of any other member.</summary>
/// <param name="Name">Of the member in its library.</param>
/// <param name="Kind">What it is, in the words of the REST contract.</param>
/// <param name="Language">What it is written in: finer than its kind.</param>
/// <param name="Form">How the bytes were read; null of what is no text, which is skipped.</param>
/// <param name="Lines">How many the member has.</param>
public sealed record Reading(string Name, MemberKind Kind, Language Language, string? Form, int Lines)
{
    public IReadOnlyList<Definition> Defines { get; init; } = [];

    public IReadOnlyList<Reference> References { get; init; } = [];

    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>What names that are known at run time only may come from; empty where nothing asks for it.</summary>
    public IReadOnlyList<Assignment> Assignments { get; init; } = [];
}
