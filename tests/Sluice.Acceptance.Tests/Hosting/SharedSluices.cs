using Sluice.Acceptance.Tests.Hosting;

[assembly: AssemblyFixture(typeof(SharedSluices))]

namespace Sluice.Acceptance.Tests.Hosting;

/// <summary>Takes the databases away that all tests have used together.</summary>
public sealed class SharedSluices : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await RunningSluice.DisposeShared();
}
