using System.Text.RegularExpressions;

namespace Sluice.Structure.Tests;

/// <summary>What a module shows of itself.</summary>
public sealed partial class ModuleTests
{
    /// <summary>Whose records, sets and lifecycles are its own affair. The bridge shows its facts: they are what it is for.</summary>
    private static readonly string[] Modules = ["Sluice.Changes", "Sluice.Releases", "Sluice.Production"];

    private static readonly string[] Kept = ["Record", "ITenantOwned", "IIndexRow", "IWrittenOnce"];

    // With every record internal, the compiler itself refuses a public signature that names one. A fact is told to others.
    [Fact]
    public void Records_and_rows_of_a_module_are_internal()
    {
        var records = Modules.SelectMany(module => TypeDeclaration.In($"src/{module}"))
            .Where(type => type.Bases.Intersect(Kept).Any() && !type.Bases.Contains("IFact")).ToList();

        Assert.Contains(records, record => record.Name == "Change");
        Assert.Contains(records, record => record.Name == "GateLogRow");
        Assert.Empty(records.Where(record => record.IsPublic).Select(record => $"{record.File}: {record.Name}"));
    }

    [Fact]
    public void Lifecycles_and_tables_of_a_module_are_internal()
    {
        var inner = Modules.SelectMany(module => TypeDeclaration.In($"src/{module}")).Where(type => Inner().IsMatch(type.Name)).ToList();

        Assert.Contains(inner, type => type.Name == "ChangeLifecycle");
        Assert.Empty(inner.Where(type => type.IsPublic).Select(type => $"{type.File}: {type.Name}"));
    }

    [Fact]
    public void Sets_of_a_module_cannot_be_named_outside_of_it()
    {
        var sets = Modules.SelectMany(module => Repository.Files($"src/{module}", ".cs"))
            .Where(file => file.Code.Contains("extension(AppDb", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(sets);
        Assert.Empty(sets.Where(file => PublicHolderOfSets().IsMatch(file.Code)).Select(file => file.Path));
    }

    [Fact]
    public void Module_shows_how_it_is_wired_in()
    {
        foreach (var module in Modules)
        {
            var name = module["Sluice.".Length..];
            var code = string.Concat(Repository.Files($"src/{module}", ".cs").Select(file => file.Code));
            Assert.Matches($@"public static IServiceCollection Add{name}\(", code);
            Assert.Matches($@"public static void Map{name}\(", code);
        }
    }

    [Fact]
    public void Kernel_says_not_one_word_about_what_it_carries()
    {
        var files = Repository.Files("src/Sluice.Kernel", ".cs");

        Assert.NotEmpty(files);
        Assert.Empty(files.Where(file => ModuleWord().IsMatch(file.Code)).Select(file => file.Path));
    }

    [Fact]
    public void Neither_discipline_says_the_other_ones_name()
    {
        foreach (var (one, other) in ((string, string)[])[("Sluice.Changes", "Sluice.Releases"), ("Sluice.Releases", "Sluice.Changes")])
        {
            var files = Repository.Files($"src/{one}", ".cs", ".csproj");
            Assert.NotEmpty(files);
            Assert.All(files, file => Assert.DoesNotContain(other, file.Text, StringComparison.Ordinal));
        }
    }

    [GeneratedRegex("(Lifecycle|Tables|Sets|Receivers|Fact)$")]
    private static partial Regex Inner();

    [GeneratedRegex(@"public static (partial )?class \w+\s*\{(?:(?!\n\}).)*extension\(AppDb", RegexOptions.Singleline)]
    private static partial Regex PublicHolderOfSets();

    // What a semaphore releases is no release, and the header called Authorization authorizes no change.
    [GeneratedRegex(
        @"(?<!\.)\b(Changes?|Releases?|Approvals?|Runbooks?|Readiness|Backouts?|Freezes?|Artefacts?|CabMember|ChangeManager|ReleaseManager)\b"
        + @"|\b(Change|Release|Approval|Authorization|Runbook)(Id|Ref|Status|Kind|State|Snapshot|Lifecycle)\b"
        + @"|""(CHG|REL)-?""|""(requester|app-owner|risk-reviewer|change-manager|cab-member|release-manager|implementer)""")]
    private static partial Regex ModuleWord();
}
