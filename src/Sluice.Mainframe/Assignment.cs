namespace Sluice.Mainframe;

/// <summary>A value that a data item may have, as one member says it: from here a name that is known at run time only is followed back.</summary>
/// <param name="Item">The item that gets the value, in upper case.</param>
/// <param name="Literal">The value; null when it comes from <paramref name="Other"/>.</param>
/// <param name="Other">The item that it comes from.</param>
public sealed record Assignment(string Item, AssignedBy By, string? Literal, string? Other, Place At, string Text);

public enum AssignedBy
{
    /// <summary>It begins with it.</summary>
    Value,

    Move,

    /// <summary>A level-88 entry: the item that it belongs to has this value once the condition is set.</summary>
    Condition,

    /// <summary>SET … TO TRUE: the condition comes about.</summary>
    Set,

    /// <summary>A branch of EVALUATE, in which it can be nothing else.</summary>
    Evaluate,

    /// <summary>It has its storage in common with what has the value: it redefines it, or begins with it.</summary>
    Storage,
}
