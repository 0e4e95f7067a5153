using Sluice.Kernel;
using Sluice.Kernel.Persistence;
using Sluice.Kernel.Tenancy;

namespace Sluice.Production.Calendar;

public readonly record struct CalendarFactId(Guid Value) : ITypedId<CalendarFactId>
{
    public static CalendarFactId From(Guid value) => new(value);
}

/// <summary>Something that was possible in this interval is not any more.</summary>
/// <param name="Window">The window's key, when it is one that is held.</param>
/// <param name="Systems">Null: everything.</param>
/// <param name="Code"><c>window.held</c> or <c>freeze.placed</c>.</param>
public sealed record CalendarRestricted(
    TenantId TenantId, CalendarFactId Id, string? Window, DateTimeOffset From, DateTimeOffset Until,
    IReadOnlyList<string>? Systems, string Code, DateTimeOffset At) : ITenantOwned, IFact
{
    // For Entity Framework, which binds columns and not lists.
    private CalendarRestricted() : this(default, default, null, default, default, null, null!, default)
    {
    }
}
