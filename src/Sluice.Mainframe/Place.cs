namespace Sluice.Mainframe;

/// <summary>Where something begins: line and column, both from 1, as an editor shows them.</summary>
/// <remarks>Columns are those of the expanded line: a tab reaches to the next multiple of 8.</remarks>
public readonly record struct Place(int Line, int Column) : IComparable<Place>
{
    public int CompareTo(Place other) => (Line, Column).CompareTo((other.Line, other.Column));

    public static bool operator <(Place one, Place other) => one.CompareTo(other) < 0;

    public static bool operator >(Place one, Place other) => one.CompareTo(other) > 0;

    public static bool operator <=(Place one, Place other) => one.CompareTo(other) <= 0;

    public static bool operator >=(Place one, Place other) => one.CompareTo(other) >= 0;

    public override string ToString() => $"{Line}:{Column}";
}
