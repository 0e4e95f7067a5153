namespace Sluice.Mainframe.Schedulers;

/// <summary>A job as requirements name it.</summary>
/// <remarks>
/// CA 7 Database Maintenance Guide, "DB.3.2 - Job Predecessors Panel": / before a name says that the two must not run at the same
/// time, ? that the requirement holds only where the other is scheduled too.
/// </remarks>
internal static class Ca7Name
{
    public static (string? Sign, string Name) Of(ReadOnlySpan<char> written) => written switch
    {
        ['/', .. var rest] => ("NEGATIVE", rest.ToString()),
        ['?', .. var rest] => ("CONDITIONAL", rest.ToString()),
        _ => (null, written.ToString()),
    };
}
