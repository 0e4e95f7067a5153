using System.Text.RegularExpressions;

namespace Sluice.Structure.Tests.Words;

/// <summary>What pages say stands in src/Sluice.Web/Words and nowhere else, so that somebody can translate it.</summary>
public sealed partial class WordsTests
{
    private const string Pages = "src/Sluice.Web/Pages/";

    /// <summary>Literals that are no language, although they look like it.</summary>
    private static readonly Dictionary<string, string> NoLanguage = new()
    {
        ["Etc/UTC"] = "A zone.",
        ["Seen"] = "A key that pages share.",
        ["Turn"] = "The end of a field's name.",
        ["done wait"] = "Classes of a style.",
        ["entry is-freeze"] = "Classes of a style.",
        ["entry is-release"] = "Classes of a style.",
        ["text/csv; charset=utf-8"] = "A kind of file.",
        ["noreferrer external"] = "What a link to elsewhere is.",
        ["AddItem"] = "An act in an address.",
        ["RemoveItem"] = "An act in an address.",
        ["Start"] = "An act in an address.",
        ["Suspend"] = "An act in an address.",
        ["Resume"] = "An act in an address.",
        ["Revise"] = "An act in an address.",
        ["Hold"] = "An act in an address.",
        ["Cancel"] = "An act in an address.",
    };

    [Fact]
    public void No_page_has_words_of_its_own()
    {
        var pages = Repository.Files("src/Sluice.Web", ".cshtml").Where(IsPage).ToList();

        Assert.NotEmpty(pages);
        Assert.Empty(pages.SelectMany(page => Page.Of(page.Text).Said.Select(said => $"{page.Path}:{said.Line}: {said.Words}")));
        Assert.Empty(pages.SelectMany(page => Page.Of(page.Text).Literals
            .Where(found => Speaks(page.Text, found.Literal)).Select(found => $"{page.Path}:{found.Line}: {found.Literal.Text}")));
    }

    [Fact]
    public void No_code_of_pages_has_a_sentence_of_its_own()
    {
        var files = Repository.Files("src/Sluice.Web", ".cs").Where(IsPage).ToList();

        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(file => Literal.In(file.Text).Where(literal => Speaks(file.Text, literal))
            .Select(literal => $"{file.Path}:{Page.LineOf(file.Text, literal.Start)}: {literal.Text}")));
    }

    [Fact]
    public void Every_entry_is_said_somewhere()
    {
        var words = Repository.Files("src/Sluice.Web/Words", ".resx").Where(file => !file.Name.Contains('.', StringComparison.Ordinal)).ToList();
        var said = Repository.Files("src/Sluice.Web", ".cs", ".cshtml")
            .SelectMany(file => Entry().Matches(file.Text).Select(entry => entry.Value)).ToHashSet();

        Assert.NotEmpty(words);
        Assert.Empty(words.SelectMany(file => Named().Matches(file.Text).Select(entry => $"{file.Name}.{entry.Groups[1].Value}")).Except(said));
    }

    private static bool IsPage(Repository.Source file) => file.Path.StartsWith(Pages, StringComparison.Ordinal);

    /// <summary>Two words with a space between them, or one that begins as a sentence does; names of pages, of what they share and of keys aside.</summary>
    private static bool Speaks(string text, Literal literal) =>
        Sentence().IsMatch(Markup().Replace(literal.Words, "")) && !Moment().IsMatch(literal.Text) && !NoLanguage.ContainsKey(literal.Text)
        && !BeforeName().IsMatch(text.AsSpan(0, literal.Start)) && !text.AsSpan(literal.End).StartsWith("] =");

    [GeneratedRegex(@"\p{L}.* .*\p{L}|\p{L} \u0001|\u0001 \p{L}|^[\p{Lu}“]\p{Ll}")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"(ViewData\[|HttpMethod: |\{ \{ |\}, \{ |RedirectToPage\(|RenderSectionAsync\()$")]
    private static partial Regex BeforeName();

    /// <summary>Tags, whole or begun; code that writes many rows writes them itself.</summary>
    [GeneratedRegex(@"^[^<>]*>(?=<|$)|<[A-Za-z/][^>]*(>|$)")]
    private static partial Regex Markup();

    [GeneratedRegex("HH|MMM|yyyy|ddd")]
    private static partial Regex Moment();

    [GeneratedRegex(@"\b\w+Words\.\w+\b")]
    private static partial Regex Entry();

    [GeneratedRegex("<data name=\"(\\w+)\"")]
    private static partial Regex Named();
}
