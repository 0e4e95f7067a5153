using Sluice.Kernel.People;
using Sluice.Kernel.Tenancy;

namespace Sluice.Kernel.Tests;

public sealed class TypedIdTests
{
    [Fact]
    public void Newer_ids_sort_after_older_ones()
    {
        var now = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
        var ids = Enumerable.Range(0, 100).Select(at => TypedId.New<ApiTokenId>(now.AddMilliseconds(at)).Value.ToString()).ToList();

        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.Equal(100, ids.Distinct().Count());
    }

    [Fact]
    public void Id_of_another_kind_is_never_equal()
    {
        var value = Guid.Parse("0195a0c4-0000-7000-8000-000000000001");

        Assert.False(new ApiTokenId(value).Equals((object)new TenantId(value)));
        Assert.Equal(new ApiTokenId(value), ApiTokenId.From(value));
    }
}
