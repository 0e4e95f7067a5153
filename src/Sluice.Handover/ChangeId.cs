using Sluice.Kernel;

namespace Sluice.Handover;

/// <summary>A change, as both sides know it.</summary>
public readonly record struct ChangeId(Guid Value) : ITypedId<ChangeId>
{
    public static ChangeId From(Guid value) => new(value);
}
