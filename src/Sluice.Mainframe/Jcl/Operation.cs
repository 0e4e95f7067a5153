using System.Collections.Frozen;

namespace Sluice.Mainframe.Jcl;

/// <summary>What a statement does. Source: z/OS MVS JCL Reference, chapter "Job control statements".</summary>
internal enum Operation
{
    Job,
    Exec,
    Dd,
    Proc,
    Pend,
    Set,
    JclLib,
    Include,
    If,
    Else,
    EndIf,

    /// <summary>How SYSOUT is printed; of no concern to what is read and run.</summary>
    Output,

    /// <summary>Sends what follows it, up to a delimiter, to another node as it is.</summary>
    Xmit,

    /// <summary>Begins statements for a subsystem, which have operations of their own.</summary>
    Cntl,

    EndCntl,

    /// <summary>Makes symbols known to in-stream data.</summary>
    Export,

    /// <summary>Valid, but it names nothing that is read or run: commands of the operator, NOTIFY, job groups.</summary>
    Other,

    /// <summary>Two slashes by themselves: the job ends.</summary>
    Null,

    /// <summary>No statement: lines that no DD statement announced.</summary>
    Data,
}

internal static class Operations
{
    private static readonly FrozenDictionary<string, Operation>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        new Dictionary<string, Operation>
        {
            ["JOB"] = Operation.Job,
            ["EXEC"] = Operation.Exec,
            ["DD"] = Operation.Dd,
            ["PROC"] = Operation.Proc,
            ["PEND"] = Operation.Pend,
            ["SET"] = Operation.Set,
            ["JCLLIB"] = Operation.JclLib,
            ["INCLUDE"] = Operation.Include,
            ["IF"] = Operation.If,
            ["ELSE"] = Operation.Else,
            ["ENDIF"] = Operation.EndIf,
            ["OUTPUT"] = Operation.Output,
            ["XMIT"] = Operation.Xmit,
            ["COMMAND"] = Operation.Other,
            ["CNTL"] = Operation.Cntl,
            ["ENDCNTL"] = Operation.EndCntl,
            ["EXPORT"] = Operation.Export,
            ["NOTIFY"] = Operation.Other,
            ["SCHEDULE"] = Operation.Other,
            ["JOBGROUP"] = Operation.Other,
            ["GJOB"] = Operation.Other,
            ["JOBSET"] = Operation.Other,
            ["SJOB"] = Operation.Other,
            ["ENDSET"] = Operation.Other,
            ["AFTER"] = Operation.Other,
            ["BEFORE"] = Operation.Other,
            ["CONCURRENT"] = Operation.Other,
            ["ENDGROUP"] = Operation.Other,
            // Chapter "JCL command statement": what an operator could enter as well.
            ["CANCEL"] = Operation.Other,
            ["DISPLAY"] = Operation.Other,
            ["HOLD"] = Operation.Other,
            ["MODIFY"] = Operation.Other,
            ["MOUNT"] = Operation.Other,
            ["RELEASE"] = Operation.Other,
            ["REPLY"] = Operation.Other,
            ["RESET"] = Operation.Other,
            ["SEND"] = Operation.Other,
            ["START"] = Operation.Other,
            ["STOP"] = Operation.Other,
            ["UNLOAD"] = Operation.Other,
            ["VARY"] = Operation.Other,
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] Spelled = [.. Enum.GetNames<Operation>().Select(name => name.ToUpperInvariant())];

    extension(Operation operation)
    {
        /// <summary>As a statement spells it.</summary>
        public string ToWord() => Spelled[(int)operation];
    }

    /// <returns>Null when it is none.</returns>
    public static Operation? Of(ReadOnlySpan<char> word) => Lookup.TryGetValue(word, out var operation) ? operation : null;
}
