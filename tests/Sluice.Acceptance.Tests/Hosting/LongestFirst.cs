using Sluice.Acceptance.Tests.Crash;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Acceptance.Tests.Hostile;
using Sluice.Acceptance.Tests.Pages;
using Sluice.Acceptance.Tests.Production;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Sluice.Acceptance.Tests.Hosting;

/// <summary>
/// The classes that take longest begin first, so that none of them is left over when all others are done; the rest goes in between
/// in any order, as without this.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        .. new[]
        {
            typeof(KeptTextTests), typeof(FirstUsePageTests), typeof(PageLookTests), typeof(StoryTests), typeof(EstateLookTests),
            typeof(CalendarLookTests), typeof(CrashTests), typeof(CalendarPageTests), typeof(OverviewPageTests), typeof(AddressTests),
            typeof(TextTests), typeof(JsonTests), typeof(ChangeFlowPageTests), typeof(Roles.RoleTests),
        }.Select(type => $" {type.FullName} "),
    ];

    /// <remarks>A class's collection is named after it.</remarks>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(collection => Place(collection.TestCollectionDisplayName))];

    private static int Place(string name) =>
        Array.FindIndex(Long, type => name.Contains(type, StringComparison.Ordinal)) is >= 0 and var place ? place : Long.Length;
}
