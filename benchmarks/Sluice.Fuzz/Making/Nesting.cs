using Sluice.Mainframe;

namespace Sluice.Fuzz.Making;

/// <summary>Constructs within constructs, deeper than anybody writes, and seldom closed.</summary>
internal static class Nesting
{
    private const int Deepest = 20_000;

    private static readonly (string Open, string Close)[] Everywhere =
        [("(", ")"), ("((", "))"), ("'", ""), ("/* ", "*/"), ("\"", "\""), ("A(B ", ")"), ("&(", ""), ("=", "="), ("[", "]"), ("{", "}")];

    private static readonly Dictionary<Language, (string Open, string Close)[]> Of = new()
    {
        [Language.Cobol] =
        [
            ("           IF A = B", "           END-IF"), ("           EVALUATE TRUE WHEN A", "           END-EVALUATE"),
            ("           PERFORM UNTIL A", "           END-PERFORM"), ("           EXEC SQL", "           END-EXEC"),
            ("           COPY PAYREC REPLACING ==A== BY ==", ""), ("       PROGRAM-ID. X.", "       END PROGRAM X."),
            ("           CALL A USING", "           END-CALL"), ("           EXEC SQL SELECT A FROM (", ""),
        ],
        [Language.Jcl] =
        [
            ("// IF (RC = 0) THEN", "// ENDIF"), ("//A PROC", "// PEND"), ("//A EXEC A", ""), ("// INCLUDE MEMBER=PAYSET", ""),
            ("// SET A=&A.&A", ""), ("//A DD *,DLM=", ""), ("//A DD DSN=*.A,", ""),
        ],
        [Language.ControlCards] =
            [(" IF LASTCC = 0 THEN DO", " END"), (" DEFINE CLUSTER (NAME(A", "))"), ("SELECT * FROM (", ")"), (" INREC IFTHEN=(WHEN=(1,1,", "))")],
        [Language.Ddl] = [("SELECT * FROM (", ")"), ("BEGIN ATOMIC", "END;"), ("CASE WHEN A THEN", "END"), ("IF A THEN", "END IF;"), ("WITH A AS (", ")")],
        [Language.Pli] =
            [(" DO;", " END;"), (" IF A THEN DO;", " END;"), (" A: PROC;", " END A;"), (" BEGIN;", " END;"), (" DCL (", ")"), (" SELECT; WHEN(A)", " END;")],
        [Language.Assembler] = [("         MACRO", "         MEND"), ("         CALL  A,(B,(", ""), ("A        DC    A(", ""), ("         AIF   ('", "")],
        [Language.Rexx] = [("do forever", "end"), ("if a then", "else"), ("select when a then", "end"), ("/* a", "*/"), ("x = a(b(", "))"), ("\"a\" ||", "")],
        [Language.Clist] = [("DO WHILE A", "END"), ("IF A THEN", "ELSE"), ("SET A = &STR(", ")"), ("SELECT", "END")],
        [Language.Scheduler] =
            [("<FOLDER FOLDER_NAME=\"A\">", "</FOLDER>"), ("<SUB_FOLDER JOBNAME=\"A\">", "</SUB_FOLDER>"), ("<JOB JOBNAME=\"A\">", "</JOB>"), ("condition: s(A", ")")],
        [Language.Dbd] = [(" SEGM NAME=A,PARENT=((", "))"), (" FIELD NAME=(", ")")],
    };

    public static void Deepen(Draft draft, Chance chance)
    {
        var depth = chance.OneIn(100) ? Deepest : chance.OfAnySize(2, 60);
        var own = Of.GetValueOrDefault(draft.Seed.Language, []);
        var isOwn = own.Length > 0 && !chance.OneIn(3);
        var (open, close) = chance.Of(isOwn ? own : Everywhere);
        var closes = chance.OneIn(3);
        if (isOwn && !chance.OneIn(4))
        {
            // Closed first, so that they come after: both go in at one place.
            var at = draft.Gap(chance);
            if (closes)
                draft.Lines.InsertRange(at, Enumerable.Repeat(close, depth));
            draft.Lines.InsertRange(at, Enumerable.Repeat(open, depth));
            return;
        }
        draft.Rewrite(chance, line =>
        {
            var column = chance.Below(line.Length + 1);
            var opened = string.Concat(Enumerable.Repeat(open, depth));
            return line[..column] + opened + line[column..] + (closes ? string.Concat(Enumerable.Repeat(close, depth)) : "");
        });
    }
}
