using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace Sluice.Web.Hosting;

/// <summary>Kestrel's usual listening, from when the database is prepared.</summary>
internal sealed class ListenWhenPrepared(
    DatabasePreparation preparation, IOptions<SocketTransportOptions> options, ILoggerFactory logs) : IConnectionListenerFactory
{
    private readonly SocketTransportFactory sockets = new(options, logs);

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        await preparation.Done.WaitAsync(cancellationToken);
        return await sockets.BindAsync(endpoint, cancellationToken);
    }
}
