using System.Collections.Concurrent;
using System.Security.Cryptography;
using Sluice.Mainframe.Jcl;
using Sluice.Mainframe.Snapshots;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Estate;

/// <summary>
/// Members by their names, and what each tells the others. As in a concatenation of libraries, of two with one name the first is found.
/// </summary>
public sealed class Library
{
    // The copybooks that everybody copies, and the procedures that everybody calls, are some hundreds.
    private const int MostKept = 20_000;

    private readonly MemberNames byName;
    private readonly Func<string, ReadOnlyMemory<byte>> content;
    private readonly WorkFile? work;
    private readonly KeptMembers<Externals> externals;
    private readonly KeptMembers<JclMember> jcl;
    private readonly ConcurrentDictionary<int, byte> changed = [];

    /// <param name="content">Exact bytes by path; asked for by several threads at once, and good until the same thread asks for others.</param>
    public Library(IReadOnlyList<SnapshotEntry> entries, Func<string, ReadOnlyMemory<byte>> content)
        : this(new MemberNames(entries, entries.Index().Where(entry => entry.Item.IsMember).Select(entry => (NameEntry.HashOf(entry.Item.Name), entry.Index))), content, null)
    {
    }

    /// <param name="work">What was read already; the rest is read when it is asked for.</param>
    internal Library(DirectoryWriter entries, Func<string, ReadOnlyMemory<byte>> content, WorkFile work)
        : this(new MemberNames(entries, entries.Names()), content, work)
    {
    }

    private Library(MemberNames byName, Func<string, ReadOnlyMemory<byte>> content, WorkFile? work)
    {
        (this.byName, this.content, this.work) = (byName, content, work);
        externals = new(MostKept, ExternalsOnce, (_, told) => told.Assignments.Count + told.References.Count);
        jcl = new(MostKept, JclAfresh, (entry, _) => entry.Lines);
    }

    /// <summary>Members that are not any more what they were when they were read: nothing can be told of them now.</summary>
    internal IEnumerable<int> Changed => changed.Keys;

    /// <summary>What COPY brings in; null of a member that is not in the estate.</summary>
    /// <param name="library">After OF: a folder that is called so comes first.</param>
    internal SnapshotEntry? Copied(string name, string? library)
    {
        SnapshotEntry? first = null;
        foreach (var entry in byName[name])
            if (entry.Kind is not MemberKind.Copybook)
                continue;
            else if (library is null || LibraryName.IsOf(entry.Path, library))
                return entry;
            else
                first ??= entry;
        return first;
    }

    /// <summary>Whatever a step may read by that member name: control cards and the like, but no sources of programs.</summary>
    internal IEnumerable<SnapshotEntry> Cards(string name) => byName[name].Where(entry =>
        entry.Language is not (Language.Cobol or Language.Pli or Language.Assembler or Language.Jcl or Language.Bms or Language.None));

    /// <param name="libraries">Of JCLLIB and then the rest: those whose folder is called like one of them come first.</param>
    internal SnapshotEntry? Procedure(string name, IReadOnlyList<string> libraries)
    {
        var found = byName[name].Where(entry => entry.Language is Language.Jcl).ToList();
        // Jobs are often called like the procedure that they run.
        if (found.Exists(entry => entry.Kind is MemberKind.Proc))
            found.RemoveAll(entry => entry.Kind is not MemberKind.Proc);
        return found.Count < 2
            ? found.FirstOrDefault()
            : libraries.Select(library => found.FirstOrDefault(entry => LibraryName.IsOf(entry.Path, library))).FirstOrDefault(entry => entry is not null)
                ?? found[0];
    }

    /// <summary>Of one that others copy; null of a file that is not there any more, or was changed since.</summary>
    internal Externals? Externals(SnapshotEntry entry) => externals.Of(entry);

    /// <summary>For one that others call: its statements are said to be of its path, as there may be others of its name.</summary>
    internal JclMember? Jcl(SnapshotEntry entry) => jcl.Of(entry);

    /// <summary>Of a member that nobody else asks for.</summary>
    internal Externals? ExternalsOnce(SnapshotEntry entry) => work?.Of(entry.Ordinal)
        ?? (Bytes(entry) is { } bytes ? Estate.Externals.Of(MemberReader.Read(entry.Path, bytes.Span)) : null);

    internal JclMember? JclAfresh(SnapshotEntry entry) =>
        Bytes(entry) is { } bytes && SourceText.Read(bytes.Span) is { } source ? JclMember.Parse(entry.Path, source, new()) : null;

    private ReadOnlyMemory<byte>? Bytes(SnapshotEntry entry)
    {
        try
        {
            var bytes = content(entry.Path);
            // Somebody works on it at this moment: what it says now does not go together with what it said before.
            if (entry.Sha256.Span.SequenceEqual(SHA256.HashData(bytes.Span)))
                return bytes;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
        }
        changed[entry.Ordinal] = 0;
        return null;
    }
}
