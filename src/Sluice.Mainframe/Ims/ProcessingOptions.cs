namespace Sluice.Mainframe.Ims;

/// <remarks>
/// IMS System Utilities, PSBGEN, "PROCOPT=": G get, I insert, R replace and D delete with the right to get, A all of them and the
/// value where none is said, L load a database or an output data set; the other letters say how, not what.
/// </remarks>
internal static class ProcessingOptions
{
    /// <returns>The farthest of what the options allow.</returns>
    public static Verb Verb(ReadOnlySpan<char> options)
    {
        bool gets = false, inserts = false, replaces = false, deletes = false;
        foreach (var option in options)
            switch (char.ToUpperInvariant(option))
            {
                case 'A':
                    return Mainframe.Verb.Updates;
                case 'G':
                    gets = true;
                    break;
                case 'I' or 'L':
                    inserts = true;
                    break;
                case 'R':
                    replaces = true;
                    break;
                case 'D':
                    deletes = true;
                    break;
            }
        return options.IsEmpty || replaces || (inserts && deletes) ? Mainframe.Verb.Updates
            : inserts ? Mainframe.Verb.Writes
            : deletes ? Mainframe.Verb.Deletes
            : gets ? Mainframe.Verb.Reads
            : Mainframe.Verb.Uses;
    }
}
