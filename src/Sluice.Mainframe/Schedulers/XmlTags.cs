using System.Globalization;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Schedulers;

/// <summary>
/// The tags of an XML document one after the other, read in place: the name of each, and of its attributes those that are asked
/// for. What is between the tags is passed over, and so are comments, processing instructions, CDATA sections and a document type
/// declaration: nothing is ever fetched or expanded.
/// </summary>
/// <remarks>
/// Extensible Markup Language (XML) 1.0, chapters "Documents" and "Logical Structures". What is broken is complained of, and read
/// on from the next tag. That tags match is left to whoever knows what may be within what.
/// </remarks>
internal sealed class XmlTags(SourceText source, Findings findings)
{
    public const string Broken = "controlm.broken-xml";

    private readonly (int Line, int Column, int Length, string? Joined)[] values =
        new (int, int, int, string?)[Enum.GetValues<ControlMAttribute>().Length];

    private int line = 1;
    private int column;
    private int nameLine = 1;
    private int nameColumn;
    private int nameLength;

    public bool IsEnd { get; private set; }

    public bool IsEmpty { get; private set; }

    public ReadOnlySpan<char> Name => source[nameLine].Slice(nameColumn, nameLength);

    public Place NameAt => new(nameLine, nameColumn + 1);

    /// <returns>Whether there is one more.</returns>
    public bool Next()
    {
        for (; line <= source.Count; (line, column) = (line + 1, 0))
            while (source[line][column..].IndexOf('<') is >= 0 and var open)
            {
                column += open;
                var rest = source[line][(column + 1)..];
                if (rest is ['!' or '?', ..])
                    Pass(rest);
                else if (Tag(rest))
                    return true;
                if (line > source.Count)
                    return false;
            }
        return false;
    }

    public bool Has(ControlMAttribute attribute) => values[(int)attribute].Line > 0;

    /// <summary>Where the value begins, behind its quotation mark.</summary>
    public Place At(ControlMAttribute attribute) => new(values[(int)attribute].Line, values[(int)attribute].Column + 1);

    /// <returns>With its references replaced; empty when there is no such attribute.</returns>
    public ReadOnlySpan<char> Value(ControlMAttribute attribute) => values[(int)attribute] is { Line: > 0 } value
        ? value.Joined ?? source[value.Line].Slice(value.Column, value.Length)
        : default;

    private void Pass(ReadOnlySpan<char> rest)
    {
        if (rest is ['?', ..])
            PassTo("?>", 2);
        else if (rest.StartsWith("!--", StringComparison.Ordinal))
            PassTo("-->", 4);
        else if (rest.StartsWith("![CDATA[", StringComparison.Ordinal))
            PassTo("]]>", 9);
        else
            PassDeclaration();
    }

    private void PassTo(string end, int beginning)
    {
        var begun = new Place(line, column + 1);
        for (column += beginning; line <= source.Count; (line, column) = (line + 1, 0))
            if (source[line] is var text && text[Math.Min(column, text.Length)..].IndexOf(end, StringComparison.Ordinal) is >= 0 and var at)
            {
                column += at + end.Length;
                return;
            }
        findings.Complain(begun, Broken, $"There is no {end} for what begins here, and the rest was not read.");
    }

    /// <summary>A document type declaration has others within brackets, and any of them text in quotation marks.</summary>
    private void PassDeclaration()
    {
        var begun = new Place(line, column + 1);
        var (depth, quote) = (0, '\0');
        for (column++; line <= source.Count; (line, column) = (line + 1, 0))
            for (var text = source[line]; column < text.Length; column++)
                if (quote != '\0')
                    quote = text[column] == quote ? '\0' : quote;
                else if (text[column] is '"' or '\'')
                    quote = text[column];
                else if (text[column] is '[' or '<')
                    depth++;
                else if (text[column] is ']' || (text[column] is '>' && depth > 0))
                    depth--;
                else if (text[column] is '>')
                    return;
        findings.Complain(begun, Broken, "The declaration that begins here does not end, and the rest was not read.");
    }

    /// <returns>False of what is no tag.</returns>
    private bool Tag(ReadOnlySpan<char> rest)
    {
        IsEnd = rest is ['/', ..];
        (nameLine, nameColumn) = (line, column + (IsEnd ? 2 : 1));
        var name = source[line][nameColumn..];
        nameLength = name.IndexOfAny(" /><") is >= 0 and var end ? end : name.Length;
        if (nameLength == 0)
        {
            findings.Complain(new(line, column + 1), Broken, "No name follows the bracket: it opens no tag.");
            column++;
            return false;
        }
        column = nameColumn + nameLength;
        IsEmpty = false;
        Array.Clear(values);
        Attributes();
        return true;
    }

    private void Attributes()
    {
        while (SkipBlanks())
        {
            var text = source[line];
            if (text[column] == '>')
            {
                column++;
                return;
            }
            if (text[column] == '/')
                (IsEmpty, column) = (true, column + 1);
            else if (!Attribute(text))
                break;
        }
        findings.Complain(NameAt, Broken, "The tag is not closed, or not made of attributes with values in quotation marks.");
    }

    /// <returns>False when it is broken.</returns>
    private bool Attribute(ReadOnlySpan<char> text)
    {
        var end = column;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '-' or ':' or '.'))
            end++;
        var attribute = ControlMAttributes.Of(text[column..end]);
        var length = end - column;
        column = end;
        // Nearly always nothing stands between the name, the equals sign and the value.
        if (length == 0 || (!At('=') && (!SkipBlanks() || source[line][column] != '=')))
            return false;
        column++;
        if (!At('"') && (!SkipBlanks() || source[line][column] is not ('"' or '\'')))
            return false;
        var quote = source[line][column++];
        var value = source[line][column..];
        var close = value.IndexOfAny(quote, '<');
        if (close < 0)
            return OverLines(attribute, quote);
        if (attribute != ControlMAttribute.None)
            values[(int)attribute] = (line, column, close, value[..close].Contains('&') ? Replaced(value[..close]) : null);
        column += close + 1;
        return value[close] == quote || Back();
    }

    private bool At(char sign) => source[line] is var text && column < text.Length && text[column] == sign;

    // A bracket may not stand in a value: its quotation mark is missing, and here another tag begins.
    private bool Back()
    {
        column--;
        return false;
    }

    /// <summary>A line end in a value is a blank.</summary>
    private bool OverLines(ControlMAttribute attribute, char quote)
    {
        var (begunLine, begunColumn) = (line, column);
        var joined = attribute == ControlMAttribute.None ? null : new System.Text.StringBuilder();
        for (; line <= source.Count; (line, column) = (line + 1, 0))
        {
            var rest = source[line][column..];
            var close = rest.IndexOfAny(quote, '<');
            joined?.Append(close < 0 ? rest : rest[..close]).Append(close < 0 ? " " : "");
            if (close < 0)
                continue;
            if (joined is not null)
                values[(int)attribute] = (begunLine, begunColumn, 0, Replaced(joined.ToString()));
            column += close + 1;
            return rest[close] == quote || Back();
        }
        return false;
    }

    /// <returns>False at the end of the member.</returns>
    private bool SkipBlanks()
    {
        for (; line <= source.Count; (line, column) = (line + 1, 0))
        {
            var text = source[line];
            while (column < text.Length && text[column] == ' ')
                column++;
            if (column < text.Length)
                return true;
        }
        return false;
    }

    private string Replaced(ReadOnlySpan<char> raw)
    {
        const int longest = 12;
        var text = new System.Text.StringBuilder(raw.Length);
        while (raw.IndexOf('&') is >= 0 and var begin)
        {
            text.Append(raw[..begin]);
            raw = raw[begin..];
            var end = raw[..Math.Min(raw.Length, longest)].IndexOf(';');
            if (end > 0 && Character(raw[1..end]) is { } character)
                text.Append(character);
            else
            {
                findings.Complain(new(line, column + 1), Broken, "A reference here means nothing; it is left as it is.");
                end = 0;
                text.Append('&');
            }
            raw = raw[(end + 1)..];
        }
        return text.Append(raw).ToString();
    }

    private static char? Character(ReadOnlySpan<char> reference) => reference switch
    {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        ['#', 'x', .. var digits] => Coded(digits, NumberStyles.AllowHexSpecifier),
        ['#', .. var digits] => Coded(digits, NumberStyles.None),
        _ => null,
    };

    private static char? Coded(ReadOnlySpan<char> digits, NumberStyles style) =>
        ushort.TryParse(digits, style, CultureInfo.InvariantCulture, out var code) ? (char)code : null;
}
