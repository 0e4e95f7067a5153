using System.Text.Json;

namespace Sluice.Bench.Floor;

/// <summary>The floor's side of a database: what each of the two can do with the least effort.</summary>
internal interface IFloorDatabase
{
    /// <summary>Whether a token of that hash is live.</summary>
    Task<bool> Knows(string tokenHash);

    /// <param name="json">Null when nobody wants to see the rows.</param>
    Task Read(IReadOnlyList<Statement> reads, Utf8JsonWriter? json);

    Task Write(PreparedAnswer answer, Filling filling);
}

internal static class TokenLookUp
{
    public const string Sql = """
        select token.expires_at, token.revoked_at, token.scopes, person.account, person.name, person.roles
        from api_token token join person on person.tenant_id = token.tenant_id and person.account = token.account
        where token.tenant_id = $1 and token.hash = $2
        """;
}
