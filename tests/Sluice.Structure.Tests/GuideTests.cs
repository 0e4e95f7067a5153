using System.Text.RegularExpressions;

namespace Sluice.Structure.Tests;

/// <summary>What the documents point to is there, and no picture is heavier than it has to be.</summary>
public sealed partial class GuideTests
{
    private const int LargestPicture = 120_000;

    [Fact]
    public void Every_picture_and_page_that_a_document_names_exists()
    {
        var documents = Repository.Files("", ".md");

        Assert.Contains(documents, document => document.Path.StartsWith("docs/guide/", StringComparison.Ordinal));
        Assert.Empty(documents.SelectMany(document => Named().Matches(document.Text)
            .Select(link => link.Groups[1].Value).Where(link => !link.Contains("://", StringComparison.Ordinal))
            .Select(link => Path.GetFullPath(link.Split('#')[0], Path.Combine(Repository.Root, Path.GetDirectoryName(document.Path)!)))
            .Where(path => !Path.Exists(path)).Select(path => $"{document.Path}: {path}")));
    }

    [Fact]
    public void Pictures_are_small()
    {
        var pictures = new DirectoryInfo(Path.Combine(Repository.Root, "docs", "guide")).GetFiles("*.png");

        Assert.NotEmpty(pictures);
        Assert.Empty(pictures.Where(picture => picture.Length > LargestPicture).Select(picture => $"{picture.Name}: {picture.Length}"));
    }

    [GeneratedRegex(@"\]\(([^)#\s][^)\s]*)\)")]
    private static partial Regex Named();
}
