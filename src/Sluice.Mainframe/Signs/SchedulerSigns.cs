using System.Text.RegularExpressions;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Signs;

/// <summary>Control-M tables, CA 7 commands and listings, AutoSys JIL, ESP procedures, OPC and IWS batch loader.</summary>
internal static partial class SchedulerSigns
{
    private const int Beginning = 60;

    public static bool In(SourceText source)
    {
        for (var number = 1; number <= Math.Min(Beginning, source.Count); number++)
            if (Definition().IsMatch(source.Beginning(number).TrimStart()))
                return true;
        return false;
    }

    [GeneratedRegex(
        @"^(<(DEFTABLE|DEFCAL|SMART_FOLDER|SCHED_TABLE)\b|(insert|update|delete|override)_job\s*:|1?LJOB,|DBM$|(JOB|ADD|UPD|ADDSCH|DEMAND),\s*(NAME|JOB)=|CONN,(ADD,)?JOB=|(ADSTART|ADOP|ADDEP|OPSTART|SRSTART|JSSTART|CLSTART)\b|APPL\s+[A-Z0-9@#$]+(\s+(JOB|WAIT|HOLD|HOURLY)\b.*)?$|JOBNET\s)")]
    private static partial Regex Definition();
}
