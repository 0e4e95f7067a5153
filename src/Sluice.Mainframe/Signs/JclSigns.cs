using System.Text.RegularExpressions;

namespace Sluice.Mainframe.Signs;

/// <summary>JCL begins with <c>//</c> in column one; its first statement tells a job from a procedure.</summary>
internal static partial class JclSigns
{
    /// <returns>
    /// <see cref="MemberKind.Jcl"/> when a JOB statement comes first. Without one the member cannot be submitted: a procedure (of
    /// which PROC may be left out) or an INCLUDE group.
    /// </returns>
    public static MemberKind? In(IReadOnlyList<string> lines) => FirstOperation(lines) switch
    {
        null => null,
        "JOB" => MemberKind.Jcl,
        _ => MemberKind.Proc,
    };

    public static bool BeginsWithProc(IReadOnlyList<string> lines) => FirstOperation(lines) == "PROC";

    private static string? FirstOperation(IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
        {
            // Comments, and JES2 and JES3 statements, may come before anything else.
            if (line.Length == 0 || line.StartsWith("//*", StringComparison.Ordinal) || line.StartsWith("/*", StringComparison.Ordinal))
                continue;
            var statement = Statement().Match(line);
            return statement.Success ? statement.Groups["operation"].Value : null;
        }
        return null;
    }

    [GeneratedRegex(@"^//\S*\s+(?<operation>JOB|PROC|EXEC|DD|SET|JCLLIB|INCLUDE|IF|OUTPUT|EXPORT|NOTIFY|CNTL|XMIT|COMMAND)(\s|$)")]
    private static partial Regex Statement();
}
