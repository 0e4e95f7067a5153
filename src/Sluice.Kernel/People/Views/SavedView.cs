using Sluice.Kernel.Persistence;
using Sluice.Kernel.Tenancy;

namespace Sluice.Kernel.People.Views;

public readonly record struct SavedViewId(Guid Value) : ITypedId<SavedViewId>
{
    public static SavedViewId From(Guid value) => new(value);
}

/// <summary>A list as one person looks at it, under a name of their own. A preference and no record: it has no history and may go.</summary>
internal sealed class SavedView : ITenantOwned, IIndexRow
{
    public const int MostOfAPerson = 50;

    private SavedView() => (List, Name, Query) = (null!, null!, null!);

    public SavedView(Account account, int place, string list, string name, string query, DateTimeOffset now)
    {
        Id = SavedViewId.New(now);
        (Account, Place, List, Name, Query) = (account, place, list, name, query);
    }

    public TenantId TenantId { get; private set; }
    public SavedViewId Id { get; private set; }
    public Account Account { get; private set; }

    /// <summary>From 1 to the most there may be: of two that are saved at once, the database itself lets one have it.</summary>
    public int Place { get; private set; }

    public string List { get; private set; }
    public string Name { get; private set; }

    /// <summary>As <see cref="ViewedList"/> spells it.</summary>
    public string Query { get; private set; }

    /// <summary>The list that opens with it, or none. A person has one for each: here, too, the database lets one have it.</summary>
    public string? DefaultOf { get; private set; }

    public void Rename(string name) => Name = name;

    public void BecomeDefault(bool isDefault) => DefaultOf = isDefault ? List : null;
}
