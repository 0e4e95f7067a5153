namespace Sluice.Kernel.Outcomes;

/// <summary>A "no" with every reason for it, so that nobody has to fix them one attempt at a time.</summary>
public sealed class Refusal
{
    // Whether a record exists comes before what is wrong with the request: a stranger learns nothing from a 409.
    private static readonly ReasonKind[] Precedence =
    [
        ReasonKind.Malformed, ReasonKind.SignInRequired, ReasonKind.TooMany, ReasonKind.Unknown, ReasonKind.TooLarge,
        ReasonKind.Invalid, ReasonKind.Forbidden, ReasonKind.PreconditionMissing, ReasonKind.Stale, ReasonKind.Conflict,
    ];

    private Refusal(IEnumerable<Reason> reasons) =>
        Reasons = [.. reasons.Distinct().OrderBy(reason => Array.IndexOf(Precedence, reason.Kind))];

    /// <summary>Never empty; the first decides the status and the <c>code</c>.</summary>
    public IReadOnlyList<Reason> Reasons { get; }

    public static implicit operator Refusal(Reason reason) => new([reason]);

    /// <returns><see langword="null"/> when nothing speaks against it.</returns>
    public static Refusal? For(IEnumerable<Reason> reasons) =>
        reasons.ToList() is { Count: > 0 } found ? new(found) : null;
}

/// <summary>A value, or the refusal to give one. Refusing is an ordinary answer, so it is returned and not thrown.</summary>
public sealed class Outcome<T>
{
    private readonly T? value;

    private Outcome(T? value, Refusal? refusal) => (this.value, Refusal) = (value, refusal);

    public Refusal? Refusal { get; }

    public T Value => Refusal is null
        ? value!
        : throw new InvalidOperationException($"Refused: {Refusal.Reasons[0].Code}");

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);

    public static implicit operator Outcome<T>(Reason reason) => new(default, reason);
}
