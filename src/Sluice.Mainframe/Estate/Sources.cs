namespace Sluice.Mainframe.Estate;

/// <summary>A file that may hold a member, as its folder lists it.</summary>
/// <param name="Path">Below the folder that is read, with <c>/</c>.</param>
/// <param name="Modified">When it was last written, in ticks of UTC; or <see cref="BeingWritten"/>.</param>
public sealed record SourceFile(string Path, long Size, long Modified)
{
    /// <summary>
    /// Of what was written so shortly before that it can be written again with the same time: it is read again by the next scan.
    /// </summary>
    public const long BeingWritten = -1;

    /// <summary>Why it is not to be read; null of what is.</summary>
    public string? Skipped { get; init; }
}

/// <summary>The files of an estate, and how to come by what is in them.</summary>
/// <param name="Files">In the order of the libraries: of two members with one name the first counts, as in a concatenation.</param>
/// <param name="Content">
/// Exact bytes by path; asked for by several threads at once, and good until the same thread asks for others.
/// </param>
/// <exception cref="IOException">Thrown by <paramref name="Content"/> of a file that cannot be read: it is listed as skipped.</exception>
public sealed record Sources(IReadOnlyList<SourceFile> Files, Func<string, ReadOnlyMemory<byte>> Content);
