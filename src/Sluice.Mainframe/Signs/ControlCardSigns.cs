using System.Text.RegularExpressions;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Signs;

/// <summary>The first statement is one of a utility's.</summary>
internal static partial class ControlCardSigns
{
    private const int Beginning = 3;

    public static bool In(SourceText source)
    {
        var statements = new Statements(source);
        for (var seen = 0; seen < Beginning && statements.Next(); seen++)
            if (IsOfUtility(statements.Line))
                return !IsListing(source);
        return false;
    }

    // Only the binder minds whether a statement begins in column one.
    private static bool IsOfUtility(ReadOnlySpan<char> line) =>
        Binder().IsMatch(line)
        || (line.TrimStart() is var text && (Idcams().IsMatch(text) || Sort().IsMatch(text) || Db2().IsMatch(text)
            || Copying().IsMatch(text) || Security().IsMatch(text)));

    // What a utility printed repeats what it was told.
    private static bool IsListing(SourceText source)
    {
        for (var number = 1; number <= source.Count; number++)
        {
            var line = source.Beginning(number);
            if (line.IndexOf("SYSTEM SERVICES ", StringComparison.Ordinal) is > 0 and var at
                && new Words(line[(line[0] == '1' ? 1 : 0)..at]) is var words && words.Next().Length > 1 && words.AtEnd)
                return true;
        }
        return false;
    }

    [GeneratedRegex(
        @"^(DEFINE\s+(CLUSTER|ALTERNATEINDEX|AIX|PATH|GDG|GENERATIONDATAGROUP|NONVSAM|ALIAS|USERCATALOG|PAGESPACE)\b|REPRO\b|BLDINDEX\b|BIX\b|LISTC(AT)?\b|VERIFY\s+(FILE|DATASET|DS)\b|EXAMINE\s+NAME|PRINT\s+(INFILE|INDATASET|IFILE|IDS)\b|DELETE\s+\(?'?[A-Z@#$][A-Z0-9@#$.&()+-]*'?\)?\s*(-|$|PURGE|CLUSTER|NONVSAM|ALTERNATEINDEX|GDG|SCRATCH|NOSCRATCH|FORCE|ERASE)|IF\s+(LAST|MAX)CC\b|SET\s+(LAST|MAX)CC\b)")]
    private static partial Regex Idcams();

    [GeneratedRegex(
        @"^((SORT|MERGE|SUM|INREC|OUTREC)\s+(FIELDS|BUILD|OVERLAY|IFTHEN|FORMAT|PARSE|FINDREP)\s*=|(INCLUDE|OMIT)\s+(COND|FORMAT)\s*=|OUTFIL\b|OPTION\s+(COPY|EQUALS|VLS|SORTIN|DYNALLOC|MAINSIZE|FILSZ|STOPAFT|SKIPREC)|JOINKEYS\s+F|RECORD\s+(TYPE|LENGTH)=|(COPY|SORT|SELECT|SPLICE|DISPLAY|OCCUR|STATS|COUNT|RESIZE|SUBSET|UNIQUE|VERIFY|MERGE)\s+(FROM|TO)\()")]
    private static partial Regex Sort();

    [GeneratedRegex(
        @"^(DSN\s+S(YSTEM)?\s*\(|DSN\b.*-?$|(RE)?BIND\s+(PACKAGE|PLAN|TRIGGER)\b|FREE\s+(PACKAGE|PLAN)\b|RUN\s+PROG(RAM)?\s*\(|LOAD\s+(DATA|RESUME|REPLACE)\b|UNLOAD\s+(DATA|TABLESPACE|FROM)\b|REORG\s+(TABLESPACE|INDEX)\b|RUNSTATS\s+|QUIESCE\s+|RECOVER\s+(TABLESPACE|INDEX)|CHECK\s+(DATA|INDEX|LOB)\b|MODIFY\s+(RECOVERY|STATISTICS)\b|REPAIR\s+|REBUILD\s+INDEX|COPY\s+(TABLESPACE|INDEX|LIST)\b|TEMPLATE\s+[A-Z]|LISTDEF\s+[A-Z]|(INSERT\s+INTO|SELECT\s|UPDATE\s+\S+\s+SET|DELETE\s+FROM|MERGE\s+INTO)\b)")]
    private static partial Regex Db2();

    [GeneratedRegex(
        @"^\s+(INCLUDE\s+[A-Z0-9@#$]+(\(|\s*$)|INCLUDE\s+'|NAME\s+[A-Z@#$][A-Z0-9@#$]*(\(R\))?\s*$|ENTRY\s+[A-Z@#$]|MODE\s+[AR]MODE|ALIAS\s+[A-Z@#$]|SETCODE\s+|SETOPT\s+|LIBRARY\s+|IDENTIFY\s+|ORDER\s+[A-Z@#$]|(CHANGE|REPLACE)\s+[A-Z0-9@#$]+(\(|,)|PAGE\s+[A-Z@#$])")]
    private static partial Regex Binder();

    [GeneratedRegex(
        @"^(COPY\s+(OUTDD|INDD|O|I)=|COPYGRP\b|SELECT\s+(MEMBER|M)=|EXCLUDE\s+(MEMBER|M)=|GENERATE\s+MAX|RECORD\s+FIELD=|\./\s+(ADD|REPL|CHANGE|REPRO)\b|COPY\s+DATASET\(|DUMP\s+(DATASET|FULL|INDD)|RESTORE\s+(DATASET|FULL|INDD)|SCRATCH\s+|UNCATLG\s+|CATLG\s+)")]
    private static partial Regex Copying();

    [GeneratedRegex(
        @"^((ADD|ALT|DEL)(USER|GROUP|SD)\s+|(PERMIT|PE)\s+\S+|(RDEFINE|RDEF|RALTER|RALT|RDELETE)\s+\S+|CONNECT\s+\S+\s+GROUP\(|SETROPTS\b|(ALLOCATE|ALLOC|FREE)\s+(F|FI|FILE|DA|DATASET|DD)\(|PROFILE\s+(NO)?PREFIX|SET\s+BDY\b|(RECEIVE|APPLY|ACCEPT|RESTORE)\s+(SELECT|S|CHECK|SYSMODS)\b)")]
    private static partial Regex Security();
}
