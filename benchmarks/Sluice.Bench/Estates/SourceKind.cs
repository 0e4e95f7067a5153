namespace Sluice.Bench.Estates;

/// <summary>What members of the estate are written in.</summary>
internal enum SourceKind
{
    Cobol, Copybook, Job, Proc, ControlCards, Bms, Ddl, Csd, Dbd, Psb, Pli, Assembler, Rexx, Schedule,
}
