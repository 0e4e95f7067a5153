using System.Buffers;

namespace Sluice.Mainframe;

/// <summary>What a file that holds a member is called in its library.</summary>
public static class MemberName
{
    private const int Longest = 8;

    private static readonly SearchValues<char> Allowed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@#$");

    /// <returns><c>payroll.cbl</c> → <c>PAYROLL</c>; also out of <c>PROD.JCL(PAYROLL)</c>.</returns>
    /// <remarks>A name that no library could hold is kept as it is, in upper case; <see cref="IsValid"/> tells.</remarks>
    public static string Of(string file)
    {
        var name = Path.GetFileName(file);
        if (name.IndexOf('(') is > 0 and var open && name.IndexOf(')', open) is var close && close > open + 1)
            return name[(open + 1)..close].ToUpperInvariant();
        // A name that begins with a dot has no extension, or nothing would be left.
        var bare = Path.GetFileNameWithoutExtension(name);
        return (bare.Length > 0 ? bare : name).ToUpperInvariant();
    }

    /// <summary>
    /// Whether a partitioned data set could have such a member: one to eight letters, digits and national characters
    /// (<c>@ # $</c>), the first no digit, all in upper case. Source: z/OS MVS JCL Reference, chapter "DD Statement", "DSNAME
    /// Parameter".
    /// </summary>
    public static bool IsValid(ReadOnlySpan<char> name) =>
        name.Length is > 0 and <= Longest && !char.IsAsciiDigit(name[0]) && !name.ContainsAnyExcept(Allowed);
}
