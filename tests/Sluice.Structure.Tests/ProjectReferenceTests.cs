using System.Xml.Linq;

namespace Sluice.Structure.Tests;

public sealed class ProjectReferenceTests
{
    /// <summary>Who may see whom. A project that is not listed here does not get in.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Sluice.Ledger"] = [],
        ["Sluice.Mainframe"] = [],
        ["Sluice.Scheduling"] = [],
        ["Sluice.Kernel"] = ["Sluice.Ledger"],
        ["Sluice.Production"] = ["Sluice.Kernel", "Sluice.Ledger"],
        ["Sluice.Handover"] = ["Sluice.Kernel", "Sluice.Ledger"],
        ["Sluice.Changes"] = ["Sluice.Handover", "Sluice.Kernel", "Sluice.Ledger", "Sluice.Production"],
        ["Sluice.Releases"] = ["Sluice.Handover", "Sluice.Kernel", "Sluice.Ledger", "Sluice.Production", "Sluice.Scheduling"],
        ["Sluice.Migrations.Sqlite"] = ["Sluice.Kernel"],
        ["Sluice.Migrations.Postgres"] = ["Sluice.Kernel"],
        ["Sluice.Cli"] = ["Sluice.Ledger", "Sluice.Mainframe"],
        ["Sluice.Web"] =
        [
            "Sluice.Changes", "Sluice.Handover", "Sluice.Kernel", "Sluice.Ledger", "Sluice.Mainframe",
            "Sluice.Migrations.Postgres", "Sluice.Migrations.Sqlite", "Sluice.Production", "Sluice.Releases", "Sluice.Scheduling",
        ],
        ["Sluice.Bench"] = ["Sluice.Mainframe"],
        ["Sluice.Ledger.Tests"] = ["Sluice.Ledger"],
        ["Sluice.Mainframe.Tests"] = ["Sluice.Mainframe"],
        ["Sluice.Scheduling.Tests"] = ["Sluice.Scheduling"],
        ["Sluice.Kernel.Tests"] = ["Sluice.Kernel", "Sluice.Ledger"],
        ["Sluice.Production.Tests"] = ["Sluice.Kernel", "Sluice.Production"],
        ["Sluice.Changes.Tests"] = ["Sluice.Changes", "Sluice.Handover", "Sluice.Kernel", "Sluice.Ledger", "Sluice.Production"],
        ["Sluice.Releases.Tests"] = [
            "Sluice.Handover", "Sluice.Kernel", "Sluice.Ledger", "Sluice.Production", "Sluice.Releases", "Sluice.Scheduling",
        ],
        ["Sluice.Cli.Tests"] = ["Sluice.Cli", "Sluice.Ledger", "Sluice.Mainframe"],
        ["Sluice.Structure.Tests"] = [],
        ["Sluice.Acceptance.Tests"] =
        [
            "Sluice.Changes", "Sluice.Cli", "Sluice.Handover", "Sluice.Kernel", "Sluice.Ledger", "Sluice.Migrations.Postgres",
            "Sluice.Migrations.Sqlite", "Sluice.Production", "Sluice.Releases", "Sluice.Scheduling", "Sluice.Web",
        ],
    };

    /// <summary>Why each of them has no test project of its own.</summary>
    private static readonly Dictionary<string, string> TestedElsewhere = new()
    {
        ["Sluice.Bench"] = "It measures and ships nothing; what it cannot do it says, and ends.",
        ["Sluice.Handover"] = "It holds facts and no behaviour; both sides' tests make and apply them.",
        ["Sluice.Migrations.Postgres"] = "Generated; every acceptance test runs on what it makes.",
        ["Sluice.Migrations.Sqlite"] = "Generated; every acceptance test runs on what it makes.",
        ["Sluice.Web"] = "Composition and pages: Sluice.Acceptance.Tests.",
    };

    private static readonly Dictionary<string, XDocument> Projects = Directory
        .EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetFileNameWithoutExtension(path), XDocument.Load);

    [Fact]
    public void Every_project_is_listed_and_every_listed_project_exists() =>
        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), Projects.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Project_references_what_it_may_see_and_nothing_else()
    {
        var forbidden =
            from project in Projects
            from reference in Named("ProjectReference", project.Value).Select(path => Path.GetFileNameWithoutExtension(path))
            where !Allowed.GetValueOrDefault(project.Key, []).Contains(reference)
            select $"{project.Key} → {reference}";

        Assert.Empty(forbidden);
    }

    [Fact]
    public void Solution_builds_every_project() =>
        Assert.Equal(
            Projects.Keys.Order(StringComparer.Ordinal),
            XDocument.Load(Path.Combine(Repository.Root, "Sluice.slnx")).Descendants("Project")
                .Select(project => Path.GetFileNameWithoutExtension(project.Attribute("Path")!.Value))
                .Order(StringComparer.Ordinal));

    [Fact]
    public void Pure_library_knows_no_web_and_no_database()
    {
        foreach (var pure in (string[])["Sluice.Ledger", "Sluice.Mainframe", "Sluice.Scheduling"])
            Assert.Empty(Named("PackageReference", Projects[pure]).Concat(Named("FrameworkReference", Projects[pure])));
    }

    [Fact]
    public void Internals_are_shown_to_tests_only()
    {
        var shown = Projects.Values.SelectMany(project => Named("InternalsVisibleTo", project)).ToList();

        Assert.NotEmpty(shown);
        Assert.All(shown, friend => Assert.EndsWith("Tests", friend, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_project_has_its_tests()
    {
        var untested = Projects.Keys.Where(project => !project.EndsWith(".Tests", StringComparison.Ordinal))
            .Where(project => !Projects.ContainsKey(project + ".Tests")).ToList();

        Assert.Equal(TestedElsewhere.Keys.Order(StringComparer.Ordinal), untested.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Test_project_references_what_it_tests_and_can_name_what_is_internal_there()
    {
        var tests = Projects.Where(project => project.Key.EndsWith(".Tests", StringComparison.Ordinal) && Projects.ContainsKey(project.Key[..^".Tests".Length])).ToList();

        Assert.NotEmpty(tests);
        foreach (var (name, project) in tests)
        {
            var tested = name[..^".Tests".Length];
            Assert.Contains(tested, Named("ProjectReference", project).Select(path => Path.GetFileNameWithoutExtension(path)));
            Assert.Contains(name, Named("InternalsVisibleTo", Projects[tested]));
        }
    }

    private static IEnumerable<string> Named(string item, XDocument project) =>
        project.Descendants(item).Select(element => element.Attribute("Include")!.Value.Replace('\\', '/'));
}
