namespace Sluice.Mainframe.ControlCards;

/// <summary>
/// Tells from the statements of a control member which utility reads them: by the first one that begins as those of a utility do.
/// Many verbs are shared, and only the word after them decides: DELETE FROM is SQL, DELETE PAY.KSDS is access method services.
/// </summary>
internal static class UtilitySigns
{
    private const int MostStatements = 100;
    private const int LongestVerb = 16;

    public static UtilityProgram Of(Cards cards)
    {
        // What is wrong with them, their reader says.
        cards = cards with { Findings = new() };
        var commands = new Commands(cards, CommandForm.Idcams);
        var statement = cards.Statement();
        for (var count = 0; count < MostStatements && commands.Next(statement); count++)
            if (Of(statement) is not UtilityProgram.None and var utility)
                return utility;
        return UtilityProgram.None;
    }

    /// <returns>None when the first statement is of no utility, whatever follows it: a program may be given any text.</returns>
    public static UtilityProgram OfFirst(Cards cards)
    {
        cards = cards with { Findings = new() };
        var statement = cards.Statement();
        return new Commands(cards, CommandForm.Idcams).Next(statement) ? Of(statement) : UtilityProgram.None;
    }

    public static UtilityProgram Of(CardStatement statement)
    {
        var words = new Parameters(statement);
        if (!words.Next())
            return UtilityProgram.None;
        if (words.Word is ['.', '/', ..])
            return UtilityProgram.Iebupdte;
        if (words.Word is ['%', not '%', ..])
            return UtilityProgram.TsoBatch;
        Span<char> buffer = stackalloc char[LongestVerb];
        var length = words.Word.Length > LongestVerb ? 0 : words.Word.ToUpperInvariant(buffer);
        var second = words;
        var isAlone = !second.Next();
        return Of(buffer[..length], isAlone ? default : second, words.HasValue);
    }

    /// <param name="hasList">A parenthesis follows the verb itself.</param>
    private static UtilityProgram Of(ReadOnlySpan<char> verb, Parameters second, bool hasList) => verb switch
    {
        "DEFINE" or "DEF" or "REPRO" or "LISTCAT" or "LISTC" or "BLDINDEX" or "BIX" or "EXPORT" or "IMPORT" or "EXAMINE" or "IF"
            or "DCOLLECT" => UtilityProgram.Idcams,
        "PRINT" when second.HasValue => UtilityProgram.Idcams,
        "DELETE" or "DEL" => second.Is("FROM") ? UtilityProgram.Sql : UtilityProgram.Idcams,
        "SET" => second.Is("CURRENT") || second.Is("SCHEMA") || second.Is("PATH") ? UtilityProgram.Sql : UtilityProgram.Idcams,
        "ALTER" => IsDefined(second) ? UtilityProgram.Sql : UtilityProgram.Idcams,
        "VERIFY" => second.Is("FROM") ? UtilityProgram.Icetool : UtilityProgram.Idcams,
        "OPTION" or "INREC" or "OUTREC" or "OUTFIL" or "SUM" or "OMIT" or "JOINKEYS" or "REFORMAT" or "MODS" => UtilityProgram.Dfsort,
        "SORT" => second.Is("FROM") ? UtilityProgram.Icetool : UtilityProgram.Dfsort,
        "MERGE" => second.Is("INTO") ? UtilityProgram.Sql : second.Is("FROM") ? UtilityProgram.Icetool : UtilityProgram.Dfsort,
        "RECORD" => HasEquals(second) && second.Word.StartsWith("FIELD", StringComparison.OrdinalIgnoreCase)
            ? UtilityProgram.Iebgener : UtilityProgram.Dfsort,
        "INCLUDE" => HasEquals(second) ? UtilityProgram.Dfsort : UtilityProgram.Binder,
        "SPLICE" or "DISPLAY" or "OCCUR" or "STATS" or "COUNT" or "RESIZE" or "SUBSET" or "UNIQUE" or "DATASORT" or "RANGE"
            when second.Is("FROM") => UtilityProgram.Icetool,
        "DUMP" or "RESTORE" when second.HasValue && (second.Is("DATASET", 2) || second.Is("DS")) => UtilityProgram.Dfsmsdss,
        "COPY" when second.HasValue && (second.Is("DATASET", 2) || second.Is("DS")) => UtilityProgram.Dfsmsdss,
        "COPY" => second.Is("FROM") ? UtilityProgram.Icetool : HasEquals(second) ? UtilityProgram.Iebcopy : UtilityProgram.Db2UtilityProgram,
        "SELECT" => HasEquals(second) && IsMember(second) ? UtilityProgram.Iebcopy
            : second.Is("FROM") && second.HasValue ? UtilityProgram.Icetool : UtilityProgram.Sql,
        "COPYMOD" or "COPYGRP" or "EXCLUDE" when HasEquals(second) => UtilityProgram.Iebcopy,
        "GENERATE" => UtilityProgram.Iebgener,
        "SCRATCH" or "CATLG" or "UNCATLG" => UtilityProgram.Iehprogm,
        "RENAME" => HasEquals(second) ? UtilityProgram.Iehprogm : UtilityProgram.Sql,
        "NAME" or "ENTRY" or "ALIAS" or "ORDER" or "CHANGE" or "REPLACE" or "LIBRARY" or "SETOPT" or "SETCODE" or "IDENTIFY"
            or "PAGE" when !hasList => UtilityProgram.Binder,
        "MODE" => second.Is("STOP") || second.Is("CONTINUE") || second.Is("SCAN") ? UtilityProgram.Icetool : UtilityProgram.Binder,
        "DSN" or "BIND" or "REBIND" or "FREE" or "RUN" or "CALL" or "EXEC" or "EX" or "DCLGEN" or "ISPSTART" or "ALLOCATE"
            or "ALLOC" or "SUBMIT" or "SUB" => second.Is("SQL") ? UtilityProgram.Db2UtilityProgram : UtilityProgram.TsoBatch,
        "INSERT" or "UPDATE" or "WITH" or "CREATE" or "DROP" or "GRANT" or "REVOKE" or "TRUNCATE" or "LOCK" or "EXPLAIN"
            or "COMMIT" or "DECLARE" or "COMMENT" or "LABEL" or "REFRESH" or "VALUES" => UtilityProgram.Sql,
        "LOAD" or "UNLOAD" or "REORG" or "RUNSTATS" or "QUIESCE" or "RECOVER" or "CHECK" or "MODIFY" or "REBUILD" or "TEMPLATE"
            or "LISTDEF" or "OPTIONS" or "REPAIR" or "STOSPACE" or "MERGECOPY" or "COPYTOCOPY" or "REPORT" => UtilityProgram.Db2UtilityProgram,
        _ => UtilityProgram.None,
    };

    private static bool HasEquals(Parameters second) => second.Word.Contains('=');

    private static bool IsMember(Parameters second) => second.Word.StartsWith("M", StringComparison.OrdinalIgnoreCase);

    private static bool IsDefined(Parameters second) => second.Is("TABLE") || second.Is("TABLESPACE") || second.Is("INDEX")
        || second.Is("VIEW") || second.Is("DATABASE") || second.Is("SEQUENCE") || second.Is("STOGROUP") || second.Is("PROCEDURE")
        || second.Is("FUNCTION") || second.Is("TRIGGER");
}
