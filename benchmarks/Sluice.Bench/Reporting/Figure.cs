using Sluice.Bench.Load;

namespace Sluice.Bench.Reporting;

/// <summary>What came of one kind of request with so many clients on so many changes.</summary>
/// <param name="Ratio">Sluice's rate to the floor's: 1 is as fast, less is slower.</param>
/// <param name="Memory">For <c>start</c> only.</param>
internal sealed record Figure(
    string Name, int Clients, int Rows, string Database, Sample Sluice, Sample Floor, double Ratio, Memory? Memory = null)
{
    public static Figure Of(string name, int clients, int rows, string database, List<Sample> sluice, List<Sample> floor)
    {
        var (one, other) = (Sample.Median(sluice), Sample.Median(floor));
        return new(name, clients, rows, database, one, other, one.Rps / other.Rps);
    }
}

/// <param name="StartedMb">Resident, once it has answered.</param>
/// <param name="LoadedMb">Resident, after everything that was asked of it.</param>
/// <param name="HealthMs">Until /healthz answered.</param>
internal sealed record Memory(double StartedMb, double LoadedMb, double HealthMs);
