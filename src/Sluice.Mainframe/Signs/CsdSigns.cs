using System.Text.RegularExpressions;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Signs;

/// <summary>Commands of DFHCSDUP.</summary>
internal static partial class CsdSigns
{
    public static bool In(SourceText source) => Statements.Begin(source, Command());

    [GeneratedRegex(
        @"^((DEFINE|DELETE|ALTER|USERDEFINE)\s+(ATOMSERVICE|BUNDLE|CONNECTION|CORBASERVER|DB2CONN|DB2ENTRY|DB2TRAN|DJAR|DOCTEMPLATE|DUMPCODE|ENQMODEL|FILE|GROUP|IPCONN|JOURNALMODEL|JVMSERVER|LIBRARY|LIST|LSRPOOL|MAPSET|MQCONN|PARTITIONSET|PARTNER|PIPELINE|PROCESSTYPE|PROFILE|PROGRAM|REQUESTMODEL|SESSIONS|TCPIPSERVICE|TDQUEUE|TERMINAL|TRANCLASS|TRANSACTION|TSMODEL|TYPETERM|URIMAP|WEBSERVICE)\s*\(|(ADD|REMOVE|APPEND|COPY|LOCK|VERIFY)\s+(GROUP|LIST)\s*\(|UPGRADE\b)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Command();
}
