using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace Sluice.Kernel.Persistence;

/// <summary>Finds who applies a fact, by the fact's type.</summary>
internal sealed class FactReceivers(IServiceProvider services)
{
    private static readonly ConcurrentDictionary<Type, IDispatch> Dispatches = new();

    public Task Receive(IFact fact, CancellationToken ct) => Dispatches
        .GetOrAdd(fact.GetType(), type => (IDispatch)Activator.CreateInstance(typeof(Dispatch<>).MakeGenericType(type))!)
        .Receive(services, fact, ct);

    private interface IDispatch
    {
        Task Receive(IServiceProvider services, IFact fact, CancellationToken ct);
    }

    private sealed class Dispatch<TFact> : IDispatch where TFact : IFact
    {
        public async Task Receive(IServiceProvider services, IFact fact, CancellationToken ct)
        {
            foreach (var receiver in services.GetServices<IReceive<TFact>>())
                await receiver.Receive((TFact)fact, ct);
        }
    }
}
