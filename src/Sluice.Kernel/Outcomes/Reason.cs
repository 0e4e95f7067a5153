using System.Text.Json.Serialization;

namespace Sluice.Kernel.Outcomes;

/// <summary>What kind of no it is, as the HTTP status that says so.</summary>
public enum ReasonKind
{
    Malformed = 400,
    SignInRequired = 401,
    Forbidden = 403,
    Unknown = 404,
    Conflict = 409,
    Stale = 412,
    TooLarge = 413,
    Invalid = 422,
    PreconditionMissing = 428,
    TooMany = 429,
}

/// <summary>One reason why not.</summary>
/// <param name="Code">Stable, dotted: <c>decision.own-change</c>. Programs branch on it; it is never reworded.</param>
/// <param name="Detail">One sentence for people.</param>
/// <param name="Pointer">RFC 6901 pointer to the offending field of the request, when there is one.</param>
public sealed record Reason(
    [property: JsonIgnore] ReasonKind Kind,
    string Code,
    string Detail,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Pointer = null)
{
    // What is read back (a stored reply) does not say the kind: on the wire the status has said it.
    [JsonConstructor]
    private Reason(string code, string detail, string? pointer = null) : this(default, code, detail, pointer)
    {
    }

    public static Reason Invalid(string code, string detail, string? pointer = null) =>
        new(ReasonKind.Invalid, code, detail, pointer);

    public static Reason Forbidden(string code, string detail) => new(ReasonKind.Forbidden, code, detail);

    public static Reason Conflict(string code, string detail, string? pointer = null) =>
        new(ReasonKind.Conflict, code, detail, pointer);
}
