using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Signs;

/// <summary>
/// A labelled procedure or package, a declaration, a statement of the preprocessor, or the level of a structure with its
/// attributes. Source: Enterprise PL/I for z/OS Language Reference, chapters "Program elements" and "Data elements".
/// </summary>
internal static class PliSigns
{
    private const int Beginning = 50;

    private static readonly WordSet Units = WordSet.Of("PROC PROCEDURE PACKAGE");
    private static readonly WordSet AfterUnit = WordSet.Of("; ( OPTIONS RETURNS EXPORTS RECURSIVE REORDER ORDER");
    private static readonly WordSet Declares = WordSet.Of("DCL DECLARE");
    private static readonly WordSet Preprocessor =
        WordSet.Of("INCLUDE XINCLUDE DCL DECLARE IF DO PROCESS SKIP PAGE NOTE ACTIVATE ACT");
    private static readonly WordSet OfSql = WordSet.Of("TABLE CURSOR GLOBAL SECTION");

    private static readonly WordSet Attributes = WordSet.Of(
        "CHAR CHARACTER BIT FIXED FLOAT DEC DECIMAL BIN BINARY PIC PICTURE PTR POINTER ENTRY FILE BASED STATIC AUTOMATIC DEFINED"
        + " DEF VARYING VAR UNION INIT WIDECHAR OFFSET AREA LABEL LIKE TYPE BUILTIN EXTERNAL EXT");

    public static bool In(SourceText source)
    {
        var statements = new Statements(source);
        for (var seen = 0; seen < Beginning && statements.Next(); seen++)
            if (IsPli(statements.Line))
                return true;
        return false;
    }

    private static bool IsPli(ReadOnlySpan<char> line)
    {
        var words = new Words(line);
        var first = words.Next();
        if (first is "%")
            return Preprocessor.Contains(words.Next());
        if (Declares.Contains(first))
            return words.Next() is [not ':', ..] named && !OfSql.Contains(named) && !OfSql.Contains(words.Next());
        if (words.Following == ':' || (words.Following == ' ' && line.Contains(':')))
            return words.Next(":") && Units.Contains(words.Next()) && (words.AtEnd || AfterUnit.Contains(words.Next()));
        return first is [>= '1' and <= '9', ..] && first.Length <= 3 && line[^1] is ',' or ';' && words.Next().Length > 0
            && Attributes.Contains(words.Next());
    }
}
