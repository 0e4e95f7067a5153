namespace Sluice.Mainframe.Cobol;

// Which values an item may have. Enterprise COBOL for z/OS Language Reference, chapters "DATA DIVISION--data description entry" (VALUE clause,
// level 88), "MOVE statement", "SET statement" (formats 4 and 6) and "EVALUATE statement".
internal sealed partial class CobolMember
{
    private const int LongestName = 8;
    private const int MostNestedEvaluates = 1000;

    /// <summary>No value is followed over more moves than this.</summary>
    internal const int LongestChain = 12;

    // As found, in place: copied only when something in the member asks for a value.
    private readonly List<Assigned> assigned = [];
    private readonly Stack<Token> subjects = new();
    private Token lastItem;

    private readonly record struct Assigned(Token Item, AssignedBy By, Token From);

    private void DataDescription()
    {
        var level = Current;
        Advance();
        if (level.Text.Length > 2 || Current.Kind is not TokenKind.Word || beginsSentence)
            return;
        var item = Current;
        var isCondition = level.Text is "88";
        if (!isCondition)
            lastItem = item;
        for (; Current.Kind is not (TokenKind.Period or TokenKind.End); Advance())
            // A period that was forgotten: the rest of the program is not part of this entry.
            if (Current.IsWord("COPY") || Current.IsWord("EXEC") || Current.IsWord("SECTION") || Current.IsWord("PROCEDURE"))
                return;
            else if (Current.IsWord("VALUE") || Current.IsWord("VALUES"))
                Values(item, isCondition);
    }

    private void Values(Token item, bool isCondition)
    {
        Advance();
        if (Current.IsWord("IS") || Current.IsWord("ARE"))
            Advance();
        if (Current.IsWord("ALL"))
            Advance();
        if (Current.Kind is not TokenKind.Literal)
            return;
        Assign(item, AssignedBy.Value, Current);
        if (isCondition && lastItem.Kind is TokenKind.Word)
            assigned.Add(new(lastItem, AssignedBy.Condition, item));
    }

    private void MoveStatement()
    {
        Advance();
        var sent = Current;
        if (sent.Kind is not (TokenKind.Literal or TokenKind.Word) || sent.IsWord("CORRESPONDING") || sent.IsWord("CORR"))
            return;
        Advance();
        SkipQualifiers();
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

    /// <summary>SET … TO TRUE brings a condition about; SET … TO ENTRY names a program.</summary>
    private void SetStatement()
    {
        Advance();
        var set = new List<Token>();
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
            set.ForEach(condition => assigned.Add(new(condition, AssignedBy.Set, condition)));
        else if (Current.IsWord("ENTRY"))
        {
            var program = Advance();
            if (program.Kind is TokenKind.Literal or TokenKind.Word)
                set.ForEach(pointer => Assign(pointer, AssignedBy.Set, program));
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
        if (value.Kind is TokenKind.Word || (value.Kind is TokenKind.Literal && IsName(value.Text.Trim(' '))))
            assigned.Add(new(item, by, value));
    }

    private static bool IsName(ReadOnlySpan<char> text)
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
            foreach (var (item, by, from) in assigned)
                if (by is not AssignedBy.Set && from.Kind is TokenKind.Word && lookup.Contains(item.Text))
                    asked.Add(from.Name);
        }
        foreach (var (item, by, value) in assigned)
            if (isCopybook || value.Kind is TokenKind.Literal || by is AssignedBy.Set || lookup.Contains(item.Text))
                findings.Assign(new(
                    item.Name, by, value.Kind is TokenKind.Literal ? value.Name.Trim() : null, value.Kind is TokenKind.Word ? value.Name : null,
                    value.At, Excerpt(item.At < value.At ? item.At : value.At, End(item.At < value.At ? value : item))));
    }
}
