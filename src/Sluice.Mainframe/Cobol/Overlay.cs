namespace Sluice.Mainframe.Cobol;

/// <summary>What the values of one item put into its storage, as the parts of another item that redefines it see it.</summary>
internal sealed class Overlay(Findings findings, Storage.Sharing shares)
{
    private const int MostStorage = 64 * 1024;
    private const int MostSteps = 2_000_000;
    private const int CharactersAStep = 64;
    private const int MostDimensions = 7;
    private const int LongestName = 8;

    // Of each byte: what is in it, which entry's value that is, and which named item begins there. Entries are counted from 1.
    private char[] contents = [];
    private int[] holders = [];
    private int[] beginnings = [];
    private int filled;

    private readonly int[] strides = new int[MostDimensions];
    private readonly int[] counts = new int[MostDimensions];
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private int dimensions;
    private int first;
    private int occurrences;
    private int left = MostSteps;

    public void Read(Span<DataEntry> all, int original, int redefining)
    {
        if (left <= 0)
            return;
        filled = 0;
        var isTold = Fill(all, original);
        isTold &= Look(all, redefining);
        if (left <= 0)
            findings.Complain(all[redefining].At, "cobol.too-many-occurrences", "From here on the values of tables that redefine others are not followed.");
        else if (!isTold)
            findings.Complain(all[redefining].At, "cobol.storage-not-told",
                "Where the parts of this item are in the storage that it redefines cannot be told from here, and so not which values they have.");
        contents.AsSpan(0, filled).Clear();
        beginnings.AsSpan(0, filled).Clear();
    }

    /// <returns>Whether all names among the values could be put in their places.</returns>
    private bool Fill(Span<DataEntry> all, int original)
    {
        var isTold = true;
        for (var at = original; at < all[original].End && left-- > 0; at++)
        {
            ref readonly var entry = ref all[at];
            var hasValue = entry.Value.Kind is TokenKind.Literal;
            var begins = entry is { IsNamed: true, IsText: true };
            if (!hasValue && !begins)
                continue;
            if (!Locate(all, at, original))
            {
                isTold &= !hasValue || !CobolMember.IsName(entry.Value.Text.Trim(' '));
                continue;
            }
            for (var number = 0; number < occurrences && left-- > 0 && Reserve(Offset(number) + entry.Length); number++)
            {
                var offset = Offset(number);
                if (begins)
                    beginnings[offset] = at + 1;
                if (hasValue)
                    Write(entry.Value.Text, offset, entry.Length, at + 1);
            }
        }
        return isTold;
    }

    private bool Look(Span<DataEntry> all, int redefining)
    {
        var isTold = true;
        for (var at = redefining; at < all[redefining].End && filled > 0 && left-- > 0; at++)
        {
            ref readonly var entry = ref all[at];
            if (!entry.IsNamed || !(entry.IsText || entry is { IsGroup: true, Length: <= LongestName }))
                continue;
            names.Clear();
            if (!Locate(all, at, redefining))
                isTold = false;
            else
                for (var number = 0; number < occurrences && left-- > 0 && Offset(number) + entry.Length <= filled; number++)
                    Look(all, entry, Offset(number));
        }
        return isTold;
    }

    private void Look(Span<DataEntry> all, in DataEntry entry, int offset)
    {
        // One storage, two names: what is moved to the one is in the other.
        if (beginnings[offset] is > 0 and var beginning && entry is { IsText: true, Length: > 1 })
        {
            var other = all[beginning - 1];
            shares(entry.Item, other.Item, other.At);
            shares(other.Item, entry.Item, entry.At);
        }
        var name = contents.AsSpan(offset, entry.Length).Trim(' ');
        if (!CobolMember.IsName(name) || !names.GetAlternateLookup<ReadOnlySpan<char>>().Add(name))
            return;
        var holder = all[holders[offset] - 1];
        shares(entry.Item, holder.Value.With(TokenKind.Literal, name.ToString()), holder.At);
    }

    /// <summary>Where an entry is in the storage of one that it is part of, and how often.</summary>
    private bool Locate(Span<DataEntry> all, int at, int root)
    {
        (first, dimensions, occurrences) = (0, 0, 1);
        if (all[at].Length == DataEntry.Untold)
            return false;
        for (; ; at = all[at].Parent)
        {
            ref readonly var entry = ref all[at];
            if (entry.Occurs != 1)
            {
                if (dimensions == MostDimensions || entry.Occurs == DataEntry.Untold || entry.Length == DataEntry.Untold)
                    return false;
                (strides[dimensions], counts[dimensions++]) = (entry.Length, entry.Occurs);
                occurrences = (int)Math.Clamp((long)occurrences * entry.Occurs, 1, Math.Max(left, 1));
            }
            if (at == root)
                return true;
            first = DataEntry.Plus(first, entry.Offset);
            if (first == DataEntry.Untold)
                return false;
        }
    }

    private int Offset(int number)
    {
        var offset = (long)first;
        for (var dimension = 0; dimension < dimensions; number /= counts[dimension++])
            offset += (long)(number % counts[dimension]) * strides[dimension];
        return (int)Math.Min(offset, MostStorage);
    }

    private bool Reserve(int length)
    {
        if (length > MostStorage)
            return false;
        if (length > contents.Length)
        {
            var larger = Math.Min(MostStorage, Math.Max(length, 2 * contents.Length));
            Array.Resize(ref contents, larger);
            Array.Resize(ref holders, larger);
            Array.Resize(ref beginnings, larger);
        }
        left -= Math.Max(0, length - filled) / CharactersAStep;
        filled = Math.Max(filled, length);
        return true;
    }

    private void Write(ReadOnlySpan<char> text, int offset, int length, int holder)
    {
        var place = contents.AsSpan(offset, length);
        place.Fill(' ');
        text[..Math.Min(text.Length, length)].CopyTo(place);
        holders.AsSpan(offset, length).Fill(holder);
    }
}
