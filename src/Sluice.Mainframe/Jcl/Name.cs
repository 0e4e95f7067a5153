namespace Sluice.Mainframe.Jcl;

/// <summary>
/// Names are one to eight letters, digits and the national characters @ # $, and do not begin with a digit; all in upper case.
/// Source: z/OS MVS JCL Reference, chapter "Format of statements", name field.
/// </summary>
internal static class Name
{
    public const int Longest = 8;

    public static bool IsNational(char character) => char.IsAsciiLetter(character) || character is '@' or '#' or '$';

    public static bool IsPart(char character) => IsNational(character) || char.IsAsciiDigit(character);

    /// <summary>Of a program, procedure or member: with nothing in it that a person has still to fill in.</summary>
    public static bool IsValid(ReadOnlySpan<char> name)
    {
        if (name.Length is 0 or > Longest || !IsNational(name[0]))
            return false;
        foreach (var character in name)
            if (!IsPart(character))
                return false;
        return true;
    }

    public static string Upper(ReadOnlySpan<char> name)
    {
        foreach (var character in name)
            if (char.IsLower(character))
                return name.ToString().ToUpperInvariant();
        return name.ToString();
    }
}
