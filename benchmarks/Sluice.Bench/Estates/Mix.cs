namespace Sluice.Bench.Estates;

/// <summary>How many members of each kind a bank has, how long they are, and how its libraries and members are called.</summary>
/// <param name="Library">The last qualifier of its libraries' names.</param>
/// <param name="Letter">In members' names, after the application.</param>
/// <param name="Share">Of 10,000 members.</param>
/// <param name="Lines">Median; of COBOL, what is left of the estate's lines decides.</param>
/// <param name="Spread">Standard deviation of the lines' logarithm.</param>
internal sealed record Mix(SourceKind Kind, string Library, char Letter, int Share, double Lines, double Spread)
{
    public static readonly IReadOnlyList<Mix> OfBank =
    [
        // Of 27,500 programs with this spread half have less than 400 lines, one in a hundred 7,000, and the longest some 50,000.
        new(SourceKind.Cobol, "COBOL", 'B', 5500, 400, 1.3),
        new(SourceKind.Copybook, "COPYLIB", 'C', 2000, 45, 0.8),
        new(SourceKind.Job, "JCL", 'J', 1400, 70, 0.7),
        new(SourceKind.Proc, "PROCLIB", 'P', 500, 45, 0.6),
        new(SourceKind.ControlCards, "CNTL", 'K', 200, 15, 0.6),
        new(SourceKind.Bms, "BMS", 'M', 150, 120, 0.5),
        new(SourceKind.Ddl, "DDL", 'T', 80, 150, 0.6),
        new(SourceKind.Csd, "CSD", 'G', 20, 600, 0.5),
        new(SourceKind.Dbd, "DBD", 'D', 20, 40, 0.5),
        new(SourceKind.Psb, "PSB", 'Q', 40, 20, 0.5),
        new(SourceKind.Pli, "PLI", 'L', 30, 350, 0.9),
        new(SourceKind.Assembler, "ASM", 'A', 30, 400, 0.9),
        new(SourceKind.Rexx, "REXX", 'R', 20, 120, 0.7),
        new(SourceKind.Schedule, "SCHED", 'H', 10, 800, 0.5),
    ];
}
