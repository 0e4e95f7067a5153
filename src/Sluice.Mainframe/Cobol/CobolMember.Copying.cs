using System.Text;

namespace Sluice.Mainframe.Cobol;

// Enterprise COBOL for z/OS Language Reference, chapter "Compiler-directing statements", section "COPY statement".
internal sealed partial class CobolMember
{
    private const int MostReplaced = 500;

    private void CopyStatement()
    {
        var begin = Current.At;
        var name = Advance();
        if (name.Kind is not (TokenKind.Word or TokenKind.Literal or TokenKind.Number) || name.Text.IsWhiteSpace())
        {
            findings.Complain(begin, "cobol.copy-without-name", "COPY is followed by no name.");
            return;
        }
        Advance();
        string? library = null;
        if (Current.IsWord("OF") || Current.IsWord("IN"))
        {
            library = Advance().Name;
            Advance();
        }
        if (Current.IsWord("SUPPRESS"))
            Advance();
        List<Replacing> replaced = [];
        if (Current.IsWord("REPLACING"))
            Replaced(replaced);
        if (Current.Kind is not TokenKind.Period)
            findings.Complain(begin, "cobol.copy-without-period", "A COPY statement ends with a period, and this one does not.");
        // What is copied comes first, and REPLACE is for the text that comes of it.
        if (scanner.Replaced is { } everywhere)
            replaced.AddRange(everywhere.Pairs);
        Copied(name, Excerpt(begin), library, replaced);
        BringIn();
    }

    /// <summary>Of CA Panvalet and of Endevor: <c>++INCLUDE PAYREC</c>, from area A on.</summary>
    private bool PanvaletInclude()
    {
        var begin = Current.At;
        if (!scanner.Source[begin.Line][..(begin.Column - 1)].EndsWith("++"))
            return false;
        var name = Advance();
        if (name.Kind is TokenKind.Word)
        {
            Copied(name, Excerpt(new(begin.Line, begin.Column - "++".Length), End(name)), "++INCLUDE", []);
            Advance();
            BringIn();
        }
        return true;
    }

    private void Copied(Token name, string text, string? through, IReadOnlyList<Replacing> replaced)
    {
        // Compilers of workstations take the path of a file.
        var member = name.Kind is TokenKind.Literal && name.Text.ContainsAny('.', '/') ? MemberName.Of(name.Name) : name.Name;
        findings.Refer(new(from, Verb.Copies, new(ThingKind.Copybook, member), name.NameAt, text) { Through = through, Replacing = replaced });
        storage.Copied();
    }

    /// <summary>REPLACE … OFF, or another REPLACE, ends what the one before began.</summary>
    /// <remarks>The same, section "REPLACE statement".</remarks>
    private void ReplaceStatement()
    {
        scanner.Replaced = null;
        List<Replacing> pairs = [];
        Replaced(pairs);
        scanner.Replaced = ReplacedWords.Of(pairs);
    }

    private void Replaced(List<Replacing> replaced)
    {
        Advance();
        while (Current.Kind is not (TokenKind.Period or TokenKind.End) && replaced.Count < MostReplaced)
        {
            var part = Current.IsWord("LEADING") ? PartOfWord.Leading
                : Current.IsWord("TRAILING") ? PartOfWord.Trailing
                : PartOfWord.Whole;
            if (part is not PartOfWord.Whole)
                Advance();
            var text = Operand();
            if (!Current.IsWord("BY"))
                return;
            Advance();
            replaced.Add(new(text, Operand()) { Part = part });
        }
    }

    /// <summary>Pseudo-text, or a word, a literal or an identifier with all that belongs to it.</summary>
    private string Operand()
    {
        const int longest = 2000;
        if (Current.Kind is not TokenKind.PseudoText)
        {
            var single = Written(Current).ToUpperInvariant();
            Advance();
            SkipQualifiers();
            return single;
        }
        var text = new StringBuilder();
        var last = new Place(0, 0);
        for (Advance(); Current.Kind is not (TokenKind.PseudoText or TokenKind.End) && text.Length < longest; Advance())
        {
            if (text.Length > 0 && Current.At != last)
                text.Append(' ');
            text.Append(Written(Current));
            last = new(Current.At.Line, Current.Until);
        }
        if (Current.Kind is TokenKind.PseudoText)
            Advance();
        return text.ToString().ToUpperInvariant();
    }

    /// <summary>With its quotes: a literal that replaces a name is none.</summary>
    private static string Written(Token token) => token.Kind is TokenKind.Literal ? $"'{token.Text}'" : token.Text.ToString();
}
