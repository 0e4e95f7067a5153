using System.Net;
using System.Text.Json.Nodes;

namespace Sluice.Cli.Calls;

/// <param name="Bytes">Exactly as they came: a proof is kept, not written anew.</param>
internal sealed record Reply(HttpStatusCode Status, JsonNode? Body, byte[] Bytes, string? ETag)
{
    /// <summary>What the command made up itself, to be printed like an answer.</summary>
    public static Reply Of(JsonNode body) => new(HttpStatusCode.OK, body, [], null);

    public bool IsYes => (int)Status is >= 200 and < 300;
}

/// <summary>Ends the command with <see cref="Exit.Unreachable"/>.</summary>
internal sealed class UnreachableException(string message) : Exception(message);
