using System.Text.RegularExpressions;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Signs;

/// <summary>
/// The first command is one of IBM MQ or of RACF. Sources: IBM MQ Reference, "MQSC commands"; z/OS Security Server RACF Command
/// Language Reference.
/// </summary>
internal static partial class CommandSigns
{
    public static bool OfMq(SourceText source) => Statements.Begin(source, Mq());

    public static bool OfRacf(SourceText source) => Statements.Begin(source, Racf());

    [GeneratedRegex(
        @"^((DEFINE|DEF|ALTER|ALT|DELETE|DISPLAY|DIS|CLEAR)\s+((QLOCAL|QL|QREMOTE|QR|QALIAS|QA|QMODEL|QM|QUEUE|CHANNEL|CHL|CHSTATUS|CHS|PROCESS|PRO|NAMELIST|NL|TOPIC|SUB|LISTENER|LSTR|AUTHINFO|STGCLASS|STC|CFSTRUCT|COMMINFO|SERVICE|PSID|BUFFPOOL)\s*\(|QMGR\b)|SET\s+(CHLAUTH|AUTHREC|POLICY)\s*\(|(START|STOP|REFRESH)\s+(CHANNEL|CHL|CHINIT|LISTENER|LSTR|QMGR|SECURITY)\b)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Mq();

    [GeneratedRegex(
        @"^((ADD|ALT|DEL|LIST)(USER|GROUP|GRP)\s+\(?[A-Z@#$&]|(ADDSD|ALTDSD|DELDSD|ALU|ALG|ALD)\s+\(?'?[A-Z@#$&*]|(PERMIT|PE)\s+\S+\s.*\b(CLASS|CL|ID|RESET|ACCESS|AC|DELETE|GENERIC)\b|(RDEFINE|RDEF|RALTER|RALT|RDELETE|RDEL|RLIST)\s+\S+\s+\S|(CONNECT|CO|REMOVE)\s+\S+\s+GROUP\(|(SETROPTS|SETR)\s+[A-Z])")]
    private static partial Regex Racf();
}
