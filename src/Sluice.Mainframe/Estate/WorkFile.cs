using Sluice.Mainframe.Snapshots;

namespace Sluice.Mainframe.Estate;

/// <summary>
/// What the members' externals are while an estate is read: kept on disk from the one pass over them to the other, so that none is
/// read twice. Read by several threads at once.
/// </summary>
/// <param name="scratch">A stream to write and read; disposed of here.</param>
internal sealed class WorkFile(Func<Stream> scratch) : IDisposable
{
    private readonly Dictionary<int, Extent> extents = [];
    private readonly Lock reading = new();
    private Stream? file;

    /// <param name="member">By its place in the snapshot. All are added before the first is asked for.</param>
    public void Add(int member, ReadOnlySpan<byte> externals)
    {
        file ??= scratch();
        extents[member] = new(file.Position, externals.Length);
        file.Write(externals);
    }

    /// <returns>Null of a member that was not read this time.</returns>
    public Externals? Of(int member)
    {
        if (!extents.TryGetValue(member, out var extent))
            return null;
        var bytes = new byte[extent.Length];
        lock (reading)
        {
            file!.Position = extent.At;
            file.ReadExactly(bytes);
        }
        return Externals.Read(bytes);
    }

    public void Dispose() => file?.Dispose();
}
