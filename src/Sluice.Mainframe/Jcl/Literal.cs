namespace Sluice.Mainframe.Jcl;

/// <summary>
/// A value in apostrophes; two of them within stand for one. Source: z/OS MVS JCL Reference, chapter "Syntax",
/// special characters.
/// </summary>
internal static class Literal
{
    /// <returns>What is between the apostrophes, the last of which may be missing; a value without them as it is.</returns>
    public static string Unquoted(string value)
    {
        if (value is not ['\'', ..])
            return value;
        var end = value.Length > 1 && value[^1] == '\'' ? value.Length - 1 : value.Length;
        return value[1..end].Replace("''", "'", StringComparison.Ordinal);
    }

    /// <summary>What a program gets of PARM: without parentheses and apostrophes, the commas between its parts kept.</summary>
    public static string Parameter(string value) => value is ['(', ..]
        ? string.Join(',', OperandField.Items(value).Select(item => Unquoted(value.Substring(item.Start, item.Length))))
        : Unquoted(value);
}
