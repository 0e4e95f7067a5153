namespace Sluice.Acceptance.Tests.Api;

/// <summary>The table: every endpoint of the API.</summary>
internal static class Endpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
        [.. KernelEndpoints.All, .. ProductionEndpoints.All, .. ChangeEndpoints.All, .. ReleaseEndpoints.All];

    /// <summary>Those that take a body.</summary>
    public static IReadOnlyList<Endpoint> Writing { get; } = [.. All.Where(endpoint => endpoint.Body is not null)];

    public static Endpoint At(string route) => All.Single(endpoint => endpoint.Route == route);
}
