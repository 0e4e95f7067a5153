namespace Sluice.Bench.Estates;

/// <summary>What a program is for.</summary>
internal enum Role
{
    /// <summary>Run by a step.</summary>
    Batch,

    /// <summary>Called by others.</summary>
    Subroutine,

    /// <summary>Run by a CICS transaction.</summary>
    Online,
}
