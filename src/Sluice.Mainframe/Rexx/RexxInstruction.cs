using System.Collections.Frozen;

namespace Sluice.Mainframe.Rexx;

/// <summary>What a clause is that begins with a keyword; any other is an assignment or a command.</summary>
internal enum RexxInstruction : byte
{
    /// <summary>None: an expression whose value is a command.</summary>
    Command,

    /// <summary>IF and WHEN: an expression up to THEN.</summary>
    Condition,

    /// <summary>THEN, ELSE and OTHERWISE: another instruction follows in the same clause.</summary>
    Branch,

    Call,
    Address,

    /// <summary>QUEUE and PUSH: a line for whoever reads the stack.</summary>
    Stack,

    /// <summary>Nothing but an expression, if that.</summary>
    Other,
}

/// <remarks>TSO/E REXX Reference, chapter "Keyword Instructions".</remarks>
internal static class RexxInstructions
{
    private static readonly FrozenDictionary<string, RexxInstruction>.AlternateLookup<ReadOnlySpan<char>> Known =
        new Dictionary<string, RexxInstruction>
        {
            ["IF"] = RexxInstruction.Condition, ["WHEN"] = RexxInstruction.Condition,
            ["THEN"] = RexxInstruction.Branch, ["ELSE"] = RexxInstruction.Branch, ["OTHERWISE"] = RexxInstruction.Branch,
            ["CALL"] = RexxInstruction.Call, ["ADDRESS"] = RexxInstruction.Address,
            ["QUEUE"] = RexxInstruction.Stack, ["PUSH"] = RexxInstruction.Stack,
            ["ARG"] = RexxInstruction.Other, ["DO"] = RexxInstruction.Other, ["DROP"] = RexxInstruction.Other,
            ["END"] = RexxInstruction.Other, ["EXIT"] = RexxInstruction.Other, ["INTERPRET"] = RexxInstruction.Other,
            ["ITERATE"] = RexxInstruction.Other, ["LEAVE"] = RexxInstruction.Other, ["NOP"] = RexxInstruction.Other,
            ["NUMERIC"] = RexxInstruction.Other, ["OPTIONS"] = RexxInstruction.Other, ["PARSE"] = RexxInstruction.Other,
            ["PROCEDURE"] = RexxInstruction.Other, ["PULL"] = RexxInstruction.Other, ["RETURN"] = RexxInstruction.Other,
            ["SAY"] = RexxInstruction.Other, ["SELECT"] = RexxInstruction.Other, ["SIGNAL"] = RexxInstruction.Other,
            ["TRACE"] = RexxInstruction.Other, ["UPPER"] = RexxInstruction.Other,
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static RexxInstruction Of(ReadOnlySpan<char> word) =>
        Known.TryGetValue(word, out var instruction) ? instruction : RexxInstruction.Command;
}
