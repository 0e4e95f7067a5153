using System.Collections.Frozen;

namespace Sluice.Mainframe.Assembler;

/// <summary>What an operation code is to whoever looks for what a source refers to.</summary>
internal enum OperationCode : byte
{
    /// <summary>A macro of the estate's own.</summary>
    Macro,

    /// <summary>
    /// A machine or assembler instruction, or a macro of the system, that refers to nothing but by its literals.
    /// </summary>
    Plain,

    /// <summary>DC: it may hold address constants and names.</summary>
    Constant,

    Section,
    Entry,
    External,
    Copy,
    MacroHeader,
    MacroTrailer,
    Opsyn,
    Call,
    Link,
    Transfer,
    Load,
    DataControlBlock,
    AccessMethodControlBlock,
    Exec,
}

/// <remarks>
/// HLASM Language Reference, chapters "Assembler instruction statements" and "How to write conditional assembly
/// instructions".
/// </remarks>
internal static class OperationCodes
{
    private const string AssemblerInstructions = """
        ACONTROL ADATA ALIAS AMODE CATTR CCW CCW0 CCW1 CEJECT CNOP COM CXD DROP DS DSECT DXD EJECT END EQU EXITCTL ICTL ISEQ
        LOCTR LTORG ORG POP PRINT PUNCH PUSH REPRO RMODE SPACE TITLE USING XATTR ACTR AEJECT AGO AGOB AIF AIFB AINSERT ANOP
        AREAD ASPACE GBLA GBLB GBLC LCLA LCLB LCLC MEXIT MHELP MNOTE SETA SETAF SETB SETC SETCF
        """;

    private static readonly FrozenDictionary<string, OperationCode>.AlternateLookup<ReadOnlySpan<char>> Known =
        Codes().GetAlternateLookup<ReadOnlySpan<char>>();

    public static OperationCode Of(ReadOnlySpan<char> operation) =>
        Known.TryGetValue(operation, out var code) ? code
        : SystemMacros.IsOfComponent(operation) ? OperationCode.Plain
        : OperationCode.Macro;

    private static FrozenDictionary<string, OperationCode> Codes()
    {
        var codes = new Dictionary<string, OperationCode>(StringComparer.OrdinalIgnoreCase);
        foreach (var plain in MachineInstructions.All.Concat(SystemMacros.All).Concat(AssemblerInstructions.Split((char[]?)null)))
            codes[plain] = OperationCode.Plain;
        Add(OperationCode.Constant, "DC");
        Add(OperationCode.Section, "CSECT", "RSECT", "START");
        Add(OperationCode.Entry, "ENTRY");
        Add(OperationCode.External, "EXTRN", "WXTRN");
        Add(OperationCode.Copy, "COPY");
        Add(OperationCode.MacroHeader, "MACRO");
        Add(OperationCode.MacroTrailer, "MEND");
        Add(OperationCode.Opsyn, "OPSYN");
        Add(OperationCode.Call, "CALL");
        Add(OperationCode.Link, "LINK", "LINKX", "ATTACH", "ATTACHX");
        Add(OperationCode.Transfer, "XCTL", "XCTLX");
        Add(OperationCode.Load, "LOAD", "DELETE");
        Add(OperationCode.DataControlBlock, "DCB");
        Add(OperationCode.AccessMethodControlBlock, "ACB");
        Add(OperationCode.Exec, "EXEC", "EXECUTE");
        return codes.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        void Add(OperationCode code, params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
                codes[name] = code;
        }
    }
}
