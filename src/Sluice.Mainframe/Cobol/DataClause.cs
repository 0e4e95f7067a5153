using System.Collections.Frozen;

namespace Sluice.Mainframe.Cobol;

/// <summary>The words of a data description entry that say how much storage it takes, and what is there at first.</summary>
/// <remarks>Enterprise COBOL for z/OS Language Reference, chapter "DATA DIVISION--data description entry".</remarks>
internal enum DataClause : byte
{
    None,
    Picture,
    Value,
    Occurs,
    Redefines,

    /// <summary>OCCURS … DEPENDING ON: how often is known at run time.</summary>
    Depending,

    /// <summary>What is before the item, to put it on a boundary of its type, is not counted here.</summary>
    Synchronized,

    /// <summary>SIGN … SEPARATE CHARACTER.</summary>
    Separate,

    Usage,

    /// <summary>No part of an entry: its period was forgotten, or COPY stands in it.</summary>
    Ends,
}

/// <summary>USAGE, as far as it decides on the storage.</summary>
internal enum Usage : byte
{
    Display,
    Binary,
    Packed,
    Float4,
    Float8,
    Index,
    National,
    DoubleByte,

    /// <summary>A pointer, whose length is a compiler option, or an object.</summary>
    Other,
}

internal static class DataClauses
{
    private static readonly FrozenDictionary<string, (DataClause, Usage)>.AlternateLookup<ReadOnlySpan<char>> Known =
        new Dictionary<string, (DataClause, Usage)>
        {
            ["PIC"] = (DataClause.Picture, default), ["PICTURE"] = (DataClause.Picture, default),
            ["VALUE"] = (DataClause.Value, default), ["VALUES"] = (DataClause.Value, default),
            ["OCCURS"] = (DataClause.Occurs, default), ["DEPENDING"] = (DataClause.Depending, default),
            ["REDEFINES"] = (DataClause.Redefines, default), ["SEPARATE"] = (DataClause.Separate, default),
            ["SYNC"] = (DataClause.Synchronized, default), ["SYNCHRONIZED"] = (DataClause.Synchronized, default),
            ["DISPLAY"] = (DataClause.Usage, Usage.Display), ["BINARY"] = (DataClause.Usage, Usage.Binary),
            ["COMP"] = (DataClause.Usage, Usage.Binary), ["COMPUTATIONAL"] = (DataClause.Usage, Usage.Binary),
            ["COMP-4"] = (DataClause.Usage, Usage.Binary), ["COMPUTATIONAL-4"] = (DataClause.Usage, Usage.Binary),
            ["COMP-5"] = (DataClause.Usage, Usage.Binary), ["COMPUTATIONAL-5"] = (DataClause.Usage, Usage.Binary),
            ["COMP-3"] = (DataClause.Usage, Usage.Packed), ["COMPUTATIONAL-3"] = (DataClause.Usage, Usage.Packed),
            ["PACKED-DECIMAL"] = (DataClause.Usage, Usage.Packed),
            ["COMP-1"] = (DataClause.Usage, Usage.Float4), ["COMPUTATIONAL-1"] = (DataClause.Usage, Usage.Float4),
            ["COMP-2"] = (DataClause.Usage, Usage.Float8), ["COMPUTATIONAL-2"] = (DataClause.Usage, Usage.Float8),
            ["INDEX"] = (DataClause.Usage, Usage.Index), ["NATIONAL"] = (DataClause.Usage, Usage.National),
            ["DISPLAY-1"] = (DataClause.Usage, Usage.DoubleByte), ["UTF-8"] = (DataClause.Usage, Usage.Other),
            ["POINTER"] = (DataClause.Usage, Usage.Other), ["POINTER-32"] = (DataClause.Usage, Usage.Other),
            ["PROCEDURE-POINTER"] = (DataClause.Usage, Usage.Other), ["FUNCTION-POINTER"] = (DataClause.Usage, Usage.Other),
            ["OBJECT"] = (DataClause.Usage, Usage.Other), ["TYPE"] = (DataClause.Usage, Usage.Other),
            ["COPY"] = (DataClause.Ends, default), ["EXEC"] = (DataClause.Ends, default),
            ["SECTION"] = (DataClause.Ends, default), ["PROCEDURE"] = (DataClause.Ends, default),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static (DataClause Clause, Usage Usage) Of(Token token) =>
        token.Kind is TokenKind.Word && Known.TryGetValue(token.Text, out var known) ? known : default;
}
