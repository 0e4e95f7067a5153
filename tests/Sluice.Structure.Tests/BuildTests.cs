using System.Text.RegularExpressions;

namespace Sluice.Structure.Tests;

/// <summary>What a clone builds with: nothing of the machine it was written on.</summary>
public sealed partial class BuildTests
{
    private static readonly string[] Texts =
        [".cs", ".cshtml", ".csproj", ".props", ".slnx", ".json", ".md", ".css", ".js", ".sh", ".txt", ".yml", ".editorconfig", ""];

    [Fact]
    public void Lock_files_and_projects_name_no_place_to_fetch_from()
    {
        var locks = Repository.Files("").Where(file => file.Path.EndsWith("packages.lock.json", StringComparison.Ordinal)).ToList();
        var projects = Repository.Files("", ".csproj", ".props", ".slnx", ".config");

        Assert.NotEmpty(locks);
        Assert.NotEmpty(projects);
        Assert.Empty(locks.Concat(projects).Where(file => Host().IsMatch(file.Text)).Select(file => file.Path));
        Assert.DoesNotContain(Repository.Files(""), file => file.Path.EndsWith("nuget.config", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Every_project_has_its_lock_file()
    {
        var files = Repository.Files("").Select(file => file.Path).ToHashSet();
        var projects = files.Where(path => path.EndsWith(".csproj", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(projects);
        Assert.All(projects, path => Assert.Contains(path[..path.LastIndexOf('/')] + "/packages.lock.json", files));
    }

    [Fact]
    public void Nothing_knows_the_machine_it_was_written_on()
    {
        var files = Repository.Files("").Where(file => Texts.Contains(Path.GetExtension(file.Path)))
            .Where(file => !file.Path.StartsWith("tests/Sluice.Structure.Tests/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(files);
        Assert.Empty(files.Where(file => MachinePath().IsMatch(file.Text)).Select(file => file.Path));
    }

    [Fact]
    public void Packages_are_named_with_their_version_in_one_place()
    {
        var projects = Repository.Files("", ".csproj");

        Assert.NotEmpty(projects);
        Assert.Empty(projects.Where(file => VersionedPackage().IsMatch(file.Text)).Select(file => file.Path));
    }

    [GeneratedRegex("://|packageSource|RestoreSources", RegexOptions.IgnoreCase)]
    private static partial Regex Host();

    [GeneratedRegex(@"(?<![\w.])/(work|home/\w|root/|Users/)|[A-Z]:\\Users")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"<PackageReference[^>]*\bVersion(Override)?=")]
    private static partial Regex VersionedPackage();
}
