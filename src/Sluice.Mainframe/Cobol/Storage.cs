using System.Buffers;

namespace Sluice.Mainframe.Cobol;

/// <summary>
/// The records of a member, one after the other, laid out in storage: what an item holds that redefines others is what these hold.
/// So do tables get their values: <c>05 PGMS. 10 FILLER PIC X(8) VALUE 'PAY01'. … 05 PGM REDEFINES PGMS PIC X(8) OCCURS 9.</c>
/// </summary>
/// <remarks>
/// Enterprise COBOL for z/OS Language Reference, chapter "DATA DIVISION--data description entry", sections "Level-numbers",
/// "OCCURS clause", "REDEFINES clause". Offsets are told from PICTURE, USAGE and OCCURS; behind what is copied, synchronized or
/// occurs depending on an item they cannot be told.
/// </remarks>
internal sealed class Storage(Findings findings, Storage.Sharing shares)
{
    /// <param name="item">The one that gets the value.</param>
    /// <param name="from">A literal, or the item whose storage it shares.</param>
    /// <param name="begin">Of the entry that says it.</param>
    public delegate void Sharing(Token item, Token from, Place begin);

    private const int Levels = 100;
    private const int LengthOfSegmentName = 8;
    private const int MostEntries = 100_000;
    private const int FewEntries = 128;

    // Rented: most of what a copybook would be given is this.
    private DataEntry[] entries = [];
    private int count;
    private Overlay? overlay;
    private bool redefines;
    private bool hasNames;

    /// <summary>Another entry; a new record where it is one of level 01 or 77 with storage of its own.</summary>
    public void Add(in DataEntry entry)
    {
        if (entry.Level is 1 or 77 && !entry.Redefines)
            EndRecord();
        redefines |= entry.Redefines;
        hasNames |= entry.Value.Kind is TokenKind.Literal || entry is { IsNamed: true, Picture.Characters: LengthOfSegmentName };
        if (count < MostEntries)
            Keep(entry);
        else
            Copied();
    }

    /// <summary>Here the record has parts that are in another member.</summary>
    public void Copied()
    {
        if (count > 0 && entries[count - 1].Level != DataEntry.CopyLevel)
            Keep(new() { Level = DataEntry.CopyLevel });
    }

    public void EndMember()
    {
        EndRecord();
        if (entries.Length > 0)
            ArrayPool<DataEntry>.Shared.Return(entries, clearArray: true);
        entries = [];
    }

    private void EndRecord()
    {
        var all = entries.AsSpan(0, count);
        if (all.Length > 1 && (redefines || hasNames))
            LayOut(all);
        for (var at = 0; redefines && at < all.Length; at++)
            if (all[at].Redefines && all[at].Redefined != DataEntry.Untold)
                (overlay ??= new(findings, shares)).Read(all, all[at].Redefined, at);
        count = 0;
        redefines = hasNames = false;
    }

    private void Keep(in DataEntry entry)
    {
        if (count == entries.Length)
        {
            var larger = ArrayPool<DataEntry>.Shared.Rent(Math.Max(2 * count, FewEntries));
            entries.CopyTo(larger);
            if (count > 0)
                ArrayPool<DataEntry>.Shared.Return(entries, clearArray: true);
            entries = larger;
        }
        entries[count++] = entry;
    }

    private void LayOut(Span<DataEntry> all)
    {
        var open = DataEntry.Untold;
        // Of each level, the last entry that has storage of its own.
        Span<int> last = stackalloc int[Levels];
        last.Fill(DataEntry.Untold);
        for (var at = 0; at < all.Length; at++)
        {
            while (open >= 0 && all[open].Level >= all[at].Level)
                open = Close(all, open, at);
            if (all[at].Level == DataEntry.CopyLevel)
            {
                open = CopyInto(all, open, at);
                continue;
            }
            all[at].Parent = open;
            Place(all, at, ref last[all[at].Level]);
            open = at;
        }
        while (open >= 0)
            open = Close(all, open, all.Length);
    }

    /// <summary>What is copied can belong to any entry that is open, but not to a redefinition that has no room left for it.</summary>
    /// <returns>The entry that is open behind it.</returns>
    private int CopyInto(Span<DataEntry> all, int open, int at)
    {
        var full = DataEntry.Untold;
        for (int entry = open, length = DataEntry.Untold; entry >= 0; entry = all[entry].Parent)
        {
            length = DataEntry.Times(entry == open ? all[entry].LengthSoFar : length, all[entry].Occurs);
            if (all[entry].Redefined >= 0 && length != DataEntry.Untold
                && length == DataEntry.Times(all[all[entry].Redefined].Length, all[all[entry].Redefined].Occurs))
                full = entry;
            length = DataEntry.Plus(all[entry].Offset, length);
        }
        while (full >= 0 && open != all[full].Parent)
            open = Close(all, open, at);
        (all[at].Parent, all[at].End) = (open, at + 1);
        for (var entry = open; entry >= 0; entry = all[entry].Parent)
            (all[entry].Next, all[entry].IsCopiedInto) = (DataEntry.Untold, true);
        return open;
    }

    /// <summary>A redefining entry follows the one that it redefines, or others that do so too.</summary>
    private static void Place(Span<DataEntry> all, int at, ref int original)
    {
        ref var entry = ref all[at];
        var isPart = entry.Parent >= 0;
        if (isPart && entry.Usage is Usage.Display)
            entry.Usage = all[entry.Parent].Usage;
        entry.Redefined = DataEntry.Untold;
        entry.Offset = entry.IsSynchronized ? DataEntry.Untold : isPart ? all[entry.Parent].Next : 0;
        if (!entry.Redefines)
            original = at;
        else if (original < 0 || all[original].Parent != entry.Parent || !IsOrRedefines(all, at, original))
            entry.Offset = DataEntry.Untold;
        else
            (entry.Redefined, entry.Offset) = (original, all[original].Offset);
    }

    /// <summary>Whether the name is that of the original, or of what came last before the entry and redefines it too.</summary>
    private static bool IsOrRedefines(Span<DataEntry> all, int at, int original)
    {
        var name = all[at].Other.Text;
        if (all[original].IsNamed && all[original].Item.Text.Equals(name, StringComparison.OrdinalIgnoreCase))
            return true;
        var before = at - 1;
        while (before > original && all[before].Parent != all[at].Parent)
            before = all[before].Parent;
        return before > original && all[before].Redefined == original && all[before].IsNamed
            && all[before].Item.Text.Equals(name, StringComparison.OrdinalIgnoreCase);
    }

    private int Close(Span<DataEntry> all, int at, int end)
    {
        ref var entry = ref all[at];
        entry.End = end;
        entry.IsGroup = entry.Picture == default && end > at + 1;
        entry.Length = (entry.IsGroup ? entry.Next : entry.Size) is not 0 and var length ? length : DataEntry.Untold;
        if (entry.Parent < 0)
            return entry.Parent;
        if (entry is { Offset: 0, IsText: true, Length: >= LengthOfSegmentName } && HoldsName(entry))
            BeginsWith(all, entry.Parent, entry);
        ref var group = ref all[entry.Parent];
        if (!entry.Redefines)
            group.Next = entry.After;
        else if (group.Next >= 0)
            group.Next = Math.Max(group.Next, entry.After);
        return entry.Parent;
    }

    /// <summary>From the beginning, or when one is moved to it.</summary>
    private static bool HoldsName(in DataEntry entry) => entry.Value.Kind is TokenKind.Literal
        ? CobolMember.HoldsName(entry.Value.Text)
        : entry is { IsNamed: true, Length: LengthOfSegmentName };

    /// <summary>A group that begins with a name holds it: so do segment search arguments of IMS name their segments.</summary>
    private void BeginsWith(Span<DataEntry> all, int group, in DataEntry first)
    {
        for (; group >= 0; group = all[group].Offset == 0 ? all[group].Parent : DataEntry.Untold)
            if (all[group].IsNamed)
                shares(all[group].Item, first.IsNamed ? first.Item : first.Value, first.At);
    }
}
