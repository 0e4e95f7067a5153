using System.Text.RegularExpressions;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Signs;

/// <summary>SQL that defines something.</summary>
internal static partial class DdlSigns
{
    public static bool In(SourceText source) => Statements.Begin(source, Sql()) && Defines(source);

    private static bool Defines(SourceText source)
    {
        for (var number = 1; number <= source.Count; number++)
            if (Definition().IsMatch(source.Beginning(number).TrimStart()))
                return true;
        return false;
    }

    [GeneratedRegex(@"^(CREATE|ALTER|DROP|GRANT|REVOKE|COMMENT\s+ON|LABEL\s+ON|SET\s+CURRENT|DECLARE\s+GLOBAL|COMMIT|RENAME)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Sql();

    [GeneratedRegex(
        @"^((CREATE|ALTER|DROP)\s+(OR\s+REPLACE\s+)?(UNIQUE\s+|LARGE\s+|LOB\s+|AUXILIARY\s+|GLOBAL\s+TEMPORARY\s+|PUBLIC\s+)*(TABLE|TABLESPACE|INDEX|VIEW|DATABASE|STOGROUP|ALIAS|SYNONYM|SEQUENCE|TRIGGER|PROCEDURE|FUNCTION|TYPE|MASK|PERMISSION|ROLE|VARIABLE|DISTINCT|BUFFERPOOL|SCHEMA)|GRANT|REVOKE|COMMENT\s+ON|LABEL\s+ON)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Definition();
}
