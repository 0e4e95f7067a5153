using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Signs;

/// <summary>
/// A statement of assembler has its name in column one or a blank there, then its operation; DBDs and PSBs are made of macros.
/// Sources: High Level Assembler Language Reference, chapter "Coding and Structure"; IMS System Utilities, "Database Description
/// (DBD) Generation" and "Program Specification Block (PSB) Generation".
/// </summary>
internal static class AssemblerSigns
{
    private const int Beginning = 200;
    private const int ContinuationColumn = 72;

    // These are no words of any other language where assembler has them.
    private static readonly WordSet Sections = WordSet.Of("CSECT RSECT DSECT LOCTR AMODE RMODE USING LTORG MEND");

    private static readonly WordSet Operations = WordSet.Of(
        "START END EQU DC DS ORG DROP MACRO COPY PUSH POP PRINT TITLE EJECT SPACE ENTRY EXTRN WXTRN AIF AGO ANOP GBLA GBLB GBLC"
        + " LCLA LCLB LCLC SETA SETB SETC MNOTE SAVE RETURN CALL WTO GETMAIN FREEMAIN STORAGE OPEN CLOSE GET PUT DCB LINK XCTL LOAD YREGS REGEQU"
        + " L LA LR LM LH LTR LHI ST STM STH STC MVC MVI CLC CLI CR CP CH C A AR AH AP S SR SH SP M MH D ZAP PACK UNPK ED"
        + " TM OI NI XI XC TR IC ICM BAL BALR BAS BASR BR BE BNE BH BL BNH BNL BZ BNZ B BC BCT BCTR BM BP BO J JE JNE JZ JNZ SLL SRL SVC EX");

    /// <returns>Assembler, DBD or PSB; null of what is none of them.</returns>
    public static Language? In(SourceText source)
    {
        int statements = 0, operations = 0;
        var (sections, continued) = (false, false);
        for (var number = 1; number <= source.Count && statements < Beginning; number++)
        {
            var line = source.Beginning(number);
            if (line.Length == 0 || line[0] == '*' || line.StartsWith(".*"))
                continue;
            if (!continued)
            {
                var operation = Operation(line, out var operands);
                if (OfIms(operation, operands) is { } ims)
                    return ims;
                statements++;
                sections |= Sections.Contains(operation);
                operations += Operations.Contains(operation) ? 1 : 0;
            }
            continued = line.Length >= ContinuationColumn && line[ContinuationColumn - 1] != ' ';
        }
        return sections || (operations > 1 && 2 * operations >= statements) ? Language.Assembler : null;
    }

    /// <returns>Nothing when the line has none.</returns>
    public static ReadOnlySpan<char> Operation(ReadOnlySpan<char> line) => Operation(line, out _);

    private static ReadOnlySpan<char> Operation(ReadOnlySpan<char> line, out ReadOnlySpan<char> operands)
    {
        operands = [];
        var name = 0;
        while (name < line.Length && IsOfName(line[name]))
            name++;
        if (name == line.Length || line[name] != ' ')
            return [];
        var rest = line[name..].TrimStart(' ');
        var end = rest.IndexOf(' ');
        if (end < 0)
            return rest;
        operands = rest[end..].TrimStart(' ');
        return rest[..end];
    }

    private static Language? OfIms(ReadOnlySpan<char> operation, ReadOnlySpan<char> operands) => operation switch
    {
        "DBD" when operands.StartsWith("NAME=") => Language.Dbd,
        "DBDGEN" => Language.Dbd,
        "PCB" when operands.StartsWith("TYPE=") => Language.Psb,
        "SENSEG" when operands.StartsWith("NAME=") => Language.Psb,
        "PSBGEN" => Language.Psb,
        _ => null,
    };

    // With the ampersand and the periods of a macro's symbolic parameters.
    private static bool IsOfName(char character) => Words.IsOfWord(character) || character is '&' or '.';
}
