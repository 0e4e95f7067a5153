using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Signs;

/// <summary>JCL begins with <c>//</c> in column one; its first statement tells a job from a procedure.</summary>
internal static class JclSigns
{
    private static readonly WordSet Operations =
        WordSet.Of("JOB PROC EXEC DD SET JCLLIB INCLUDE IF OUTPUT EXPORT NOTIFY CNTL XMIT COMMAND");

    /// <returns>
    /// <see cref="MemberKind.Jcl"/> when a JOB statement comes first. Without one the member cannot be submitted: a procedure (of
    /// which PROC may be left out) or an INCLUDE group.
    /// </returns>
    public static MemberKind? In(SourceText source) => FirstOperation(source) switch
    {
        [] => null,
        "JOB" => MemberKind.Jcl,
        _ => MemberKind.Proc,
    };

    public static bool BeginsWithProc(SourceText source) => FirstOperation(source) is "PROC";

    private static ReadOnlySpan<char> FirstOperation(SourceText source)
    {
        for (var number = 1; number <= source.Count; number++)
        {
            var line = source.Beginning(number);
            // Comments, and JES2 and JES3 statements, may come before anything else.
            if (line.Length == 0 || line.StartsWith("//*") || line.StartsWith("/*"))
                continue;
            return Operation(line);
        }
        return [];
    }

    private static ReadOnlySpan<char> Operation(ReadOnlySpan<char> line)
    {
        if (!line.StartsWith("//") || line.IndexOf(' ') is not (> 0 and var blank))
            return [];
        var operation = line[blank..].TrimStart();
        operation = operation.IndexOf(' ') is > 0 and var end ? operation[..end] : operation;
        return Operations.Contains(operation) && !operation.ContainsAnyInRange('a', 'z') ? operation : [];
    }
}
