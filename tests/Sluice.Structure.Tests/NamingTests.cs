using System.Text.RegularExpressions;

namespace Sluice.Structure.Tests;

/// <summary>Names that say nothing, and other signs that nobody has looked.</summary>
public sealed partial class NamingTests
{
    private const int LongestFile = 300;

    /// <summary>Why each of them may be longer.</summary>
    private static readonly Dictionary<string, string> MayBeLonger = [];

    /// <summary>Why each of them may have one implementation.</summary>
    private static readonly Dictionary<string, string> MayStandAlone = new()
    {
        ["IDispatch"] = "Its one implementation is generic: one for each type of fact.",
    };

    /// <summary>Why each of them may leave out tests where something is missing.</summary>
    private static readonly Dictionary<string, string> MaySkip = new()
    {
        ["tests/Sluice.Acceptance.Tests/Hosting/TestData.cs"] = "Other people's data, which lies beside the repository and not in it.",
        ["tests/Sluice.Mainframe.Tests/Truth.cs"] = "The same data, without the rest that acceptance needs.",
    };

    [Fact]
    public void No_type_and_no_file_has_a_name_that_says_nothing()
    {
        var types = TypeDeclaration.In("src");
        var files = Repository.Files("src", ".cs", ".cshtml");

        Assert.NotEmpty(types);
        Assert.NotEmpty(files);
        Assert.Empty(types.Where(type => SaysNothing().IsMatch(type.Name)).Select(type => $"{type.File}: {type.Name}"));
        Assert.Empty(files.Where(file => !file.Path.Contains("/Pages/Shared/", StringComparison.Ordinal)) // Razor's own name
            .SelectMany(file => (string[])[file.Name, file.Path.Split('/')[^2]]).Where(name => SaysNothing().IsMatch(name)).Distinct().ToList());
    }

    [Fact]
    public void No_interface_has_a_single_implementation()
    {
        var types = TypeDeclaration.In("src");
        var interfaces = types.Where(type => type.Kind == "interface").Select(type => type.Name).Distinct().ToList();

        Assert.NotEmpty(interfaces);
        Assert.Empty(MayStandAlone.Keys.Except(interfaces));
        Assert.Empty(interfaces.Except(MayStandAlone.Keys)
            .Where(name => types.Where(type => type.Bases.Contains(name)).Select(type => (type.File, type.Name)).Distinct().Count() == 1).ToList());
    }

    [Fact]
    public void File_is_short_enough_to_be_read_at_once()
    {
        var files = Repository.Files("", ".cs", ".cshtml");

        Assert.NotEmpty(files);
        Assert.Empty(files.Where(file => file.Text.Count(letter => letter == '\n') > LongestFile).Select(file => file.Path).Except(MayBeLonger.Keys));
    }

    [Fact]
    public void File_is_called_as_what_it_holds()
    {
        var files = Repository.Files("src", ".cs").Where(file => file.Name is not "Program").ToList();
        var types = TypeDeclaration.In("src").ToLookup(type => type.File, type => type.Name);

        Assert.NotEmpty(files);
        // "Change.Hold.cs" holds a part of Change; "Tags.cs" may hold several small types, and then its name says of what.
        Assert.Empty(files.Where(file => types[file.Path].Count() == 1 && !file.Name.Split('.')[0].Contains(types[file.Path].Single(), StringComparison.Ordinal)
            && !types[file.Path].Single().StartsWith(file.Name.Split('.')[0].TrimEnd('s'), StringComparison.Ordinal)).Select(file => file.Path));
    }

    [Fact]
    public void Nothing_is_left_undone_or_folded_away()
    {
        var files = Repository.Files("src", ".cs", ".cshtml", ".css").Concat(Repository.Files("tests", ".cs"))
            .Where(file => !file.Path.StartsWith("tests/Sluice.Structure.Tests/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(files);
        Assert.Empty(files.Where(file => LeftUndone().IsMatch(file.Text)).Select(file => file.Path));
    }

    [Fact]
    public void No_test_is_skipped()
    {
        var files = Repository.Files("tests", ".cs")
            .Where(file => !file.Path.StartsWith("tests/Sluice.Structure.Tests/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(files);
        Assert.Equal(MaySkip.Keys, files.Where(file => Skipped().IsMatch(file.Text)).Select(file => file.Path));
    }

    [GeneratedRegex("(Manager|Helpers?|Utils?|Utilit(y|ies)|Common|Shared|Base|Dtos?|Mediator|Repository|Mapper|Service|Temp)$")]
    private static partial Regex SaysNothing();

    [GeneratedRegex(@"#region|\bTODO\b|\bFIXME\b|\bHACK\b|\bXXX\b|NotImplementedException")]
    private static partial Regex LeftUndone();

    [GeneratedRegex(@"\bSkip\s*=|Assert\.Skip|SkipUnless|SkipWhen|\[Explicit|Explicit\s*=\s*true")]
    private static partial Regex Skipped();
}
