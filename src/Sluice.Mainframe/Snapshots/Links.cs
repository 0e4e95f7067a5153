namespace Sluice.Mainframe.Snapshots;

/// <summary>What a member says once the other members are known.</summary>
public sealed record Links(IReadOnlyList<Linked> References, IReadOnlyList<Diagnostic> Diagnostics)
{
    public static Links None { get; } = new([], []);

    public bool IsNone => References.Count == 0 && Diagnostics.Count == 0;
}

/// <param name="Replaces">Which of the member's own references is told by this one, from 0; null of what expansion adds.</param>
public sealed record Linked(int? Replaces, Reference Reference);
