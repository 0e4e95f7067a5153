using System.Collections.Frozen;

namespace Sluice.Mainframe.Db2;

/// <summary>Those words of SQL that decide where a table's name stands.</summary>
internal enum SqlWord : byte
{
    None,
    Accelerator, Alias, Alter, As, Bufferpool, Business_Time, Call, Collection, Column, Comment, Create, Database, Declare, Delete, Distinct, Drop, Except,
    Exchange, Execute, External, Fetch, Final, For, From, Function, Global, Grant, Group, Having, History, Immediate, In, Index, Insert, Intersect, Into, Is, Join,
    Label, Lateral, Like, Limit, Lock, Merge, New, Not, Of, Offset, Old, On, Optimize, Order, Package, Plan, Portion,
    Prepare, Procedure, Queryno, References, Refresh, Rename, Revoke, Role, Schema, Select, Sequence, Set, Stogroup, Storage, Stores, Synonym,
    System_Time, Table, Tablespace, Temporary, To, Trigger, Truncate, Type, Union, Update, Using, Values, Variable, View,
    Where, With,
}

internal static class SqlWords
{
    private static readonly FrozenDictionary<string, SqlWord>.AlternateLookup<ReadOnlySpan<char>> Known =
        Enum.GetValues<SqlWord>().Where(word => word != SqlWord.None)
            .ToFrozenDictionary(word => word.ToString(), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    public static SqlWord Of(ReadOnlySpan<char> word) => Known.TryGetValue(word, out var known) ? known : SqlWord.None;
}
