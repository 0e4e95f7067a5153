using System.Text.RegularExpressions;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Signs;

/// <summary>Commands of DFHCSDUP; abbreviated, a definition is known by the group that it names right away.</summary>
internal static partial class CsdSigns
{
    public static bool In(SourceText source) => Statements.Begin(source, Command());

    [GeneratedRegex(
        @"^((DEFINE|DELETE|ALTER|USERDEFINE)\s+(ATOMSERVICE|BUNDLE|CONNECTION|CORBASERVER|DB2CONN|DB2ENTRY|DB2TRAN|DJAR|DOCTEMPLATE|DUMPCODE|ENQMODEL|FILE|GROUP|IPCONN|JOURNALMODEL|JVMSERVER|LIBRARY|LIST|LSRPOOL|MAPSET|MQCONN|MQMONITOR|PARTITIONSET|PARTNER|PIPELINE|PROCESSTYPE|PROFILE|PROGRAM|REQUESTMODEL|SESSIONS|TCPIPSERVICE|TDQUEUE|TERMINAL|TRANCLASS|TRANSACTION|TSMODEL|TYPETERM|URIMAP|WEBSERVICE)\s*\(|(ADD|REMOVE|APPEND|COPY|LOCK|VERIFY)\s+(GROUP|LIST)\s*\(|UPGRADE\b|(USER)?DEF(I|IN|INE)?\s+[A-Z0-9]+\s*\(\s*[^()\s]+\s*\)\s*G(R|RO|ROU|ROUP)?\s*\()",
        RegexOptions.IgnoreCase)]
    private static partial Regex Command();
}
