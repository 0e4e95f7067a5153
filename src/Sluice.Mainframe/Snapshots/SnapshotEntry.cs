namespace Sluice.Mainframe.Snapshots;

/// <summary>A file of the estate as the snapshot lists it.</summary>
/// <param name="Path">Below the folder that was read, with <c>/</c>.</param>
/// <param name="Modified">When it was last written, in ticks of UTC: with its size it tells whether to read it again.</param>
/// <param name="Sha256">Of its bytes, 32 of them; empty when it could not be read.</param>
public sealed record SnapshotEntry(string Path, long Size, long Modified, ReadOnlyMemory<byte> Sha256)
{
    /// <summary>Where it stands among all: in the order of the libraries.</summary>
    public int Ordinal { get; init; }

    /// <summary>Of the member in its library.</summary>
    public required string Name { get; init; }

    public MemberKind Kind { get; init; } = MemberKind.Other;

    public Language Language { get; init; } = Language.None;

    /// <summary>How the bytes were read; null of what was skipped.</summary>
    public string? Form { get; init; }

    public int Lines { get; init; }

    /// <summary>Why it was not read; null when it was.</summary>
    public string? Skipped { get; init; }

    public bool IsMember => Skipped is null;

    /// <summary>How many of its references are of which sort, what the others make of it included.</summary>
    public IReadOnlyList<ReferenceCount> References
    {
        get
        {
            var sums = new Dictionary<(Verb, ThingKind, Certainty), int>();
            Counts.AddTo(sums);
            LinkCounts.AddTo(sums);
            return [.. sums.Select(sum => new ReferenceCount(sum.Key.Item1, sum.Key.Item2, sum.Key.Item3, sum.Value))];
        }
    }

    /// <summary>Whether anything is wrong with it.</summary>
    public bool HasDiagnostics => Diagnostics + LinkDiagnostics > 0;

    internal ReferenceCounts Counts { get; init; }

    internal ReferenceCounts LinkCounts { get; init; }

    internal int Diagnostics { get; init; }

    internal int LinkDiagnostics { get; init; }

    /// <summary>It asks for what only other members say: names held in variables, procedures to expand.</summary>
    internal bool AsksOthers { get; init; }

    /// <summary>A digest of what the others hear of it; empty of most.</summary>
    internal ReadOnlyMemory<byte> Heard { get; init; }

    internal Extent Own { get; init; }

    /// <summary>What the others made of it; empty of most.</summary>
    internal Extent Links { get; init; }

    /// <summary>Whether whoever asks for it is told the same.</summary>
    internal bool IsHeardAs(SnapshotEntry other) => (Name, Kind, Language, IsMember) == (other.Name, other.Kind, other.Language, other.IsMember)
        && Heard.Span.SequenceEqual(other.Heard.Span);

    /// <summary>As far as can be told: of a link, and of what cannot be read, nothing but that is known.</summary>
    internal bool HasSameContent(SnapshotEntry other) => Skipped == other.Skipped && Sha256.Span.SequenceEqual(other.Sha256.Span);
}

/// <summary>A stretch of the snapshot, in bytes.</summary>
internal readonly record struct Extent(long At, int Length);
