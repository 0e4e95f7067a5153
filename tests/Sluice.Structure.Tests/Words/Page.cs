using System.Text.RegularExpressions;

namespace Sluice.Structure.Tests.Words;

/// <summary>A page taken apart: what it says by itself, and the texts of its code.</summary>
/// <remarks>It reads as much of Razor as pages here use: markup, statements with their blocks, expressions, templates.</remarks>
internal sealed partial class Page
{
    private static readonly string[] Alone = ["input", "br", "img", "meta", "link", "hr"];

    /// <summary>What people read or hear of a tag's attributes.</summary>
    private static readonly string[] Read = ["aria-label", "title", "placeholder", "alt", "data-label"];

    /// <summary>Of tags for parts: attributes that are code.</summary>
    private static readonly string[] Code = ["model", "view-data", "for"];

    private readonly string text;
    private int at;

    private Page(string text)
    {
        this.text = text;
        Markup(isOneElement: false, ends: null);
    }

    /// <summary>Letters outside tags and in read attributes, each with the place where they are.</summary>
    private readonly List<(int At, string Words)> said = [];

    /// <summary>Texts of its code.</summary>
    private readonly List<Literal> literals = [];

    public static (IReadOnlyList<(int Line, string Words)> Said, IReadOnlyList<(int Line, Literal Literal)> Literals) Of(string text)
    {
        var page = new Page(text);
        return ([.. page.said.Select(words => (LineOf(text, words.At), words.Words))], [.. page.literals.Select(literal => (LineOf(text, literal.Start), literal))]);
    }

    public static int LineOf(string text, int at) => text.AsSpan(0, at).Count('\n') + 1;

    private void Markup(bool isOneElement, char? ends)
    {
        var (depth, begin) = (0, at);
        void Say() => Tell(begin, at);
        while (at < text.Length)
        {
            if (text[at] is not ('@' or '<') && text[at] != ends)
            {
                at++;
                continue;
            }
            Say();
            if (text[at] == ends)
            {
                at++;
                return;
            }
            if (Skipped().Match(text, at) is { Success: true } skipped)
                at += skipped.Length;
            else if (text[at] == '@')
                Razor();
            else if (Closing().Match(text, at) is { Success: true } closing)
            {
                at += closing.Length;
                if (--depth == 0 && isOneElement)
                    return;
            }
            else if (!Tag())
                depth++;
            else if (depth == 0 && isOneElement)
                return;
            begin = at;
        }
        Say();
    }

    private void Razor()
    {
        if (text[at + 1] == '{')
        {
            at += 2;
            Block();
        }
        else if (text[at + 1] == '<')
        {
            at++;
            Markup(isOneElement: true, ends: null);
        }
        else if (Statement().Match(text, at) is { Success: true })
            Statements();
        else if (Section().Match(text, at) is { Success: true } section)
        {
            at += section.Length;
            Markup(isOneElement: false, ends: '}');
        }
        else if (Functions().Match(text, at) is { Success: true } functions)
            at = Brackets(at + functions.Length - 1);
        else if (Directive().Match(text, at) is { Success: true } directive)
            at += directive.Length;
        else
            at = Expression(at);
    }

    /// <summary>"@step.Key", "@(a ? b : c)"</summary>
    private int Expression(int from)
    {
        from++;
        if (text[from] == '(')
            return Brackets(from);
        from += Name().Match(text, from) is { Success: true } name ? name.Length : 1;
        while (from < text.Length)
            if (text[from] is '(' or '[')
                from = Brackets(from);
            else if (Member().Match(text, from) is { Success: true } member)
                from += member.Length;
            else
                break;
        return from;
    }

    /// <summary>Code between brackets; templates in it are pages of their own.</summary>
    private int Brackets(int from)
    {
        var depth = 0;
        for (var here = from; ;)
            if (Template().IsMatch(text, here))
            {
                var before = at;
                at = here + 1;
                Markup(isOneElement: true, ends: null);
                (here, at) = (at, before);
            }
            else if (Literal.At(text, here) is { } literal)
            {
                Tell(literal);
                here = literal.End;
            }
            else if (text[here] is '(' or '[' or '{')
                (depth, here) = (depth + 1, here + 1);
            else if (text[here++] is ')' or ']' or '}' && --depth == 0)
                return here;
    }

    /// <summary>"@if (…) {…} else {…}": its blocks, one after the other.</summary>
    private void Statements()
    {
        do
        {
            at = text.IndexOfAny(['(', '{'], at);
            if (text[at] == '(')
                at = text.IndexOf('{', Brackets(at));
            at++;
            Block();
        }
        while (Otherwise().IsMatch(text, at));
    }

    /// <summary>Code until its brace closes; a tag where a statement may begin is markup.</summary>
    private void Block()
    {
        var (depth, before) = (1, '{');
        while (depth > 0)
            if (char.IsWhiteSpace(text[at]))
                at++;
            else if (Skipped().Match(text, at) is { Success: true } skipped)
                at += skipped.Length;
            else if (Template().IsMatch(text, at) || (before is '{' or '}' or ';' && Element().IsMatch(text, at)))
            {
                at += text[at] == '@' ? 1 : 0;
                Markup(isOneElement: true, ends: null);
                before = '}';
            }
            else if (Literal.At(text, at) is { } literal)
            {
                Tell(literal);
                (at, before) = (literal.End, '"');
            }
            else
            {
                before = text[at++];
                depth += before == '{' ? 1 : before == '}' ? -1 : 0;
            }
    }

    /// <returns>True when nothing is inside it.</returns>
    private bool Tag()
    {
        var name = Element().Match(text, at);
        at += name.Length;
        while (true)
        {
            at += Space().Match(text, at).Length;
            if (text[at] == '>')
            {
                at++;
                return Alone.Contains(name.Groups[1].Value);
            }
            if (text.AsSpan(at).StartsWith("/>"))
            {
                at += 2;
                return true;
            }
            var attribute = Attribute().Match(text, at);
            if (!attribute.Success)
                throw new FormatException($"No attribute: {text.AsSpan(at, Math.Min(40, text.Length - at))}");
            at += attribute.Length;
            if (attribute.Groups[2].Success)
                Value(attribute.Groups[1].Value, attribute.Groups[2].Value[0], name.Groups[1].Value == "partial" && Code.Contains(attribute.Groups[1].Value));
        }
    }

    private void Value(string attribute, char quote, bool isCode)
    {
        var begin = at;
        while (text[at] != quote)
            if (isCode && Literal.At(text, at) is { } literal)
            {
                Tell(literal);
                at = literal.End;
            }
            else if (!isCode && text[at] == '@' && text[at + 1] != '@')
            {
                if (Read.Contains(attribute))
                    Tell(begin, at);
                begin = at = Expression(at);
            }
            else
                at++;
        if (!isCode && Read.Contains(attribute))
            Tell(begin, at);
        at++;
    }

    private void Tell(int begin, int end)
    {
        // Commands and keys are no language, nor is the product's name.
        if (begin < end && !Verbatim().IsMatch(text, end) && Letters().IsMatch(Nameless().Replace(text[begin..end], "")))
            said.Add((begin + text[begin..end].Length - text[begin..end].TrimStart().Length, text[begin..end].Trim()));
    }

    private void Tell(Literal literal)
    {
        if (literal.IsText)
            literals.Add(literal);
    }

    [GeneratedRegex(@"\G@\*.*?\*@|\G<!--.*?-->|\G<![^>]*>|\G@@", RegexOptions.Singleline)]
    private static partial Regex Skipped();

    [GeneratedRegex(@"\G</[^>]*>")]
    private static partial Regex Closing();

    [GeneratedRegex(@"\G@(if|foreach|for|while|switch|using)\s*\(")]
    private static partial Regex Statement();

    [GeneratedRegex(@"\G\s*else\b")]
    private static partial Regex Otherwise();

    [GeneratedRegex(@"\G@section\s+\w+\s*\{")]
    private static partial Regex Section();

    [GeneratedRegex(@"\G@functions\s*\{")]
    private static partial Regex Functions();

    [GeneratedRegex(@"\G@(page|model|inject|namespace|addTagHelper|removeTagHelper|using)\b[^\n]*")]
    private static partial Regex Directive();

    [GeneratedRegex(@"\G(await\s+)?[A-Za-z_]\w*")]
    private static partial Regex Name();

    [GeneratedRegex(@"\G(!?\.|\?\.)[A-Za-z_]\w*|\G!(?=[\[(])")]
    private static partial Regex Member();

    [GeneratedRegex(@"\G@<[A-Za-z]")]
    private static partial Regex Template();

    [GeneratedRegex(@"\G<([A-Za-z][\w-]*)")]
    private static partial Regex Element();

    [GeneratedRegex(@"\G\s*")]
    private static partial Regex Space();

    [GeneratedRegex(@"\G([\w:.-]+)(?:=([""']))?")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"\G</(code|kbd)>")]
    private static partial Regex Verbatim();

    [GeneratedRegex(@"&#?\w+;|\bSluice\b")]
    private static partial Regex Nameless();

    [GeneratedRegex(@"\p{L}")]
    private static partial Regex Letters();
}
