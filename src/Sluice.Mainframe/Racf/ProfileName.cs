using Sluice.Mainframe.Commands;

namespace Sluice.Mainframe.Racf;

/// <summary>A profile as a command names it.</summary>
internal readonly ref struct ProfileName(string type, ReadOnlySpan<char> text, int at, bool isQuoted)
{
    private readonly bool isQuoted = isQuoted;

    public string Type { get; } = type;

    public ReadOnlySpan<char> Text { get; } = text;

    public int At { get; } = at;

    /// <summary>Made once: a profile can have thousands of members.</summary>
    public Thing Thing { get; } = new(ThingKind.SecurityProfile, $"{type} {text.Upper()}");

    /// <summary>
    /// Why the name is not all of it. z/OS Security Server RACF Command Language Reference, "How to enter data set profile
    /// names": without apostrophes the prefix of whoever gives the command comes before it.
    /// </summary>
    public string? Why => Type == "DATASET" && !isQuoted
        ? "Without apostrophes the prefix of whoever gives the command comes first."
        : SettledName.Why(Text);
}
