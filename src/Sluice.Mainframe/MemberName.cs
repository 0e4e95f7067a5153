namespace Sluice.Mainframe;

/// <summary>What a file that holds a member is called in its library.</summary>
public static class MemberName
{
    /// <returns><c>payroll.cbl</c> → <c>PAYROLL</c>; also out of <c>PROD.JCL(PAYROLL)</c>.</returns>
    public static string Of(string file)
    {
        var name = Path.GetFileName(file);
        if (name.IndexOf('(') is > 0 and var open && name.IndexOf(')', open) is var close && close > open + 1)
            return name[(open + 1)..close].ToUpperInvariant();
        // A name that begins with a dot has no extension, or nothing would be left.
        var bare = Path.GetFileNameWithoutExtension(name);
        return (bare.Length > 0 ? bare : name).ToUpperInvariant();
    }
}
