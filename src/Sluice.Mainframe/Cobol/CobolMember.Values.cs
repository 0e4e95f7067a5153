using Sluice.Mainframe.Ims;

namespace Sluice.Mainframe.Cobol;

// Which values an item may have. Enterprise COBOL for z/OS Language Reference, chapters "MOVE statement", "SET statement" (formats 4 and 6)
// and "EVALUATE statement".
internal sealed partial class CobolMember
{
    private const int LongestName = 8;
    private const int MostNestedEvaluates = 1000;

    /// <summary>No value is followed over more moves than this.</summary>
    internal const int LongestChain = 12;

    // As found, in place: copied only when something in the member asks for a value.
    private readonly List<Assigned> assigned = [];
    private readonly Stack<Token> subjects = new();
    private readonly List<Token> set = [];

    /// <param name="Begin">Of what says it; where it is not given, of the item or the value, whichever comes first.</param>
    private readonly record struct Assigned(Token Item, AssignedBy By, Token From, Place Begin = default);

    private void MoveStatement()
    {
        Advance();
        var sent = Current.IsWord("FUNCTION") ? OnlyArgument() : Current;
        if (sent.Kind is not (TokenKind.Literal or TokenKind.Word) || sent.IsWord("CORRESPONDING") || sent.IsWord("CORR"))
            return;
        Advance();
        SkipQualifiers();
        if (Current.Kind is TokenKind.Close)
            Advance();
        if (!Current.IsWord("TO"))
            return;
        Advance();
        while (Current.Kind is TokenKind.Word && !CobolVerbs.Begins(Current.Text))
        {
            Assign(Current, AssignedBy.Move, sent);
            Advance();
            SkipQualifiers();
        }
    }

    /// <summary>FUNCTION TRIM(PGM), UPPER-CASE(PGM): a name stays what it is.</summary>
    private Token OnlyArgument()
    {
        Advance();
        if (!Current.IsWord("TRIM") && !Current.IsWord("UPPER-CASE") && !Current.IsWord("LOWER-CASE"))
            return default;
        return Advance().Kind is TokenKind.Open ? Advance() : default;
    }

    /// <summary>SET … TO TRUE brings a condition about; SET … TO ENTRY names a program.</summary>
    private void SetStatement()
    {
        Advance();
        set.Clear();
        while (Current.Kind is TokenKind.Word && !Current.IsWord("TO") && !CobolVerbs.Begins(Current.Text))
        {
            set.Add(Current);
            Advance();
            SkipQualifiers();
        }
        if (!Current.IsWord("TO"))
            return;
        Advance();
        if (Current.IsWord("TRUE"))
        {
            foreach (var condition in set)
                assigned.Add(new(condition, AssignedBy.Set, condition));
        }
        else if (Current.IsWord("ENTRY"))
        {
            var program = Advance();
            if (program.Kind is TokenKind.Literal or TokenKind.Word)
                foreach (var pointer in set)
                    Assign(pointer, AssignedBy.Set, program);
        }
    }

    private void EvaluateStatement()
    {
        Advance();
        if (subjects.Count < MostNestedEvaluates)
            subjects.Push(Current);
    }

    private void WhenPhrase()
    {
        Advance();
        if (Current.Kind is TokenKind.Literal && subjects.TryPeek(out var subject) && subject.Kind is TokenKind.Word)
            Assign(subject, AssignedBy.Evaluate, Current);
    }

    private void EndEvaluate()
    {
        subjects.TryPop(out _);
        Advance();
    }

    /// <summary>Only what could be a name: most literals are messages.</summary>
    private void Assign(Token item, AssignedBy by, Token value)
    {
        if (value.Kind is TokenKind.Word || (value.Kind is TokenKind.Literal && HoldsName(value.Text)))
            assigned.Add(new(item, by, value));
    }

    internal static bool HoldsName(ReadOnlySpan<char> text) => IsName(text.Trim(' ')) || IsName(SegmentSearch.Segment(text));

    private static string Named(Token value) => SegmentSearch.Segment(value.Text) is { IsEmpty: false } segment && IsName(segment)
        ? segment.ToString().ToUpperInvariant()
        : value.Name.Trim();

    internal static bool IsName(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > LongestName)
            return false;
        foreach (var character in text)
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('@' or '#' or '$'))
                return false;
        return true;
    }

    /// <summary>
    /// A copybook keeps all, since whoever copies it may ask. A program keeps what may flow into an item that it asks for: literals, and moves
    /// on the way there.
    /// </summary>
    private void KeepAssignments()
    {
        var isCopybook = findings.Defines.Count == 0;
        var asked = findings.References.Select(reference => reference.Variable).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (!isCopybook && asked.Count == 0)
            return;
        var lookup = asked.GetAlternateLookup<ReadOnlySpan<char>>();
        // Each round goes one move further back.
        for (int rounds = 0, before = -1; rounds < LongestChain && before < asked.Count && !isCopybook; rounds++)
        {
            before = asked.Count;
            foreach (var (item, by, from, _) in assigned)
                if (by is not AssignedBy.Set && from.Kind is TokenKind.Word && lookup.Contains(item.Text))
                    asked.Add(from.Name);
        }
        foreach (var (item, by, value, begin) in assigned)
            if (isCopybook || value.Kind is TokenKind.Literal || by is AssignedBy.Set || lookup.Contains(item.Text))
                findings.Assign(new(
                    item.Name, by, value.Kind is TokenKind.Literal ? Named(value) : null, value.Kind is TokenKind.Word ? value.Name : null,
                    value.At, begin.Line > 0 ? Excerpt(begin, End(value))
                        : Excerpt(item.At < value.At ? item.At : value.At, End(item.At < value.At ? value : item))));
    }
}
