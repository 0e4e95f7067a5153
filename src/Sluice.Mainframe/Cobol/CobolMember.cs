namespace Sluice.Mainframe.Cobol;

/// <summary>One member on its way from the first word to the last; each statement that matters has a file of its own.</summary>
internal sealed partial class CobolMember
{
    private const int MostLines = 200;

    private readonly CobolScanner scanner;
    private readonly Findings findings;
    private readonly Stack<Thing> outer = new();
    private bool beginsSentence = true;
    private Place last;
    private bool identifies;
    private Thing from;

    public CobolMember(string name, CobolScanner scanner, Findings findings)
    {
        (this.scanner, this.findings) = (scanner, findings);
        storage = new(findings, (item, from, begin) => assigned.Add(new(item, AssignedBy.Storage, from, begin)));
        // Until a program says its name: a copybook never does.
        from = new(ThingKind.Copybook, name);
    }

    private Token Current => scanner.Current;

    public void Read()
    {
        Advance();
        while (Current.Kind is not TokenKind.End)
            if (Current.Kind is TokenKind.Number && beginsSentence)
                DataDescription();
            else if (Current.Kind is not TokenKind.Word || !Statement())
                Next();
        ComplainOfEnd();
        CloseFiles(null);
        storage.EndMember();
        DliCalls();
        KeepAssignments();
    }

    /// <summary>Goes on to the next word. After a period a sentence, or an entry, begins.</summary>
    private Token Advance()
    {
        if (Current.Kind is not TokenKind.End)
            (beginsSentence, last) = (Current.Kind is TokenKind.Period, Current.At);
        return scanner.Next();
    }

    /// <summary>A period ends whatever is open.</summary>
    private void Next()
    {
        if (Current.Kind is TokenKind.Period)
            subjects.Clear();
        Advance();
    }

    /// <returns>Whether the word was one that matters; then it and what belongs to it has been read.</returns>
    private bool Statement()
    {
        var word = Current.Text;
        switch (word.Length)
        {
            case 3 when Is(word, "SET"):
                SetStatement();
                return true;
            case 3 when Is(word, "END"):
                EndProgram();
                return true;
            case 4 when Is(word, "COPY"):
                CopyStatement();
                return true;
            case 4 when Is(word, "CALL"):
                CallStatement();
                return true;
            case 4 when Is(word, "EXEC"):
                ExecBlock();
                return true;
            case 4 when Is(word, "MOVE"):
                MoveStatement();
                return true;
            case 4 when Is(word, "DATA"):
                BeginDivision(ref hasData);
                return true;
            case 4 when Is(word, "OPEN"):
                OpenStatement();
                return true;
            case 4 when Is(word, "SORT"):
            case 5 when Is(word, "MERGE"):
                SortStatement();
                return true;
            case 4 when Is(word, "WHEN"):
                WhenPhrase();
                return true;
            case 5 when Is(word, "EJECT") || Is(word, "SKIP1") || Is(word, "SKIP2") || Is(word, "SKIP3") || Is(word, "TITLE"):
                ListingControl();
                return true;
            case 5 when Is(word, "ENTRY"):
                EntryStatement();
                return true;
            case 6 when Is(word, "SELECT"):
                SelectEntry();
                return true;
            case 6 when Is(word, "CANCEL"):
                CancelStatement();
                return true;
            case 7 when Is(word, "EXECUTE"):
                ExecBlock();
                return true;
            case 7 when Is(word, "REPLACE"):
                ReplaceStatement();
                return true;
            case 7 when Is(word, "INCLUDE"):
                return PanvaletInclude();
            case 8 when Is(word, "EVALUATE"):
                EvaluateStatement();
                return true;
            case 8 when Is(word, "DIVISION"):
                identifies = false;
                return false;
            case 9 when Is(word, "PROCEDURE"):
                BeginDivision(ref hasProcedure);
                return true;
            case 9 when Is(word, "DEBUGGING"):
                scanner.ReadsDebuggingLines |= Advance().IsWord("MODE");
                return true;
            case 12 when Is(word, "END-EVALUATE"):
                EndEvaluate();
                return true;
            case 10 when Is(word, "PROGRAM-ID"):
            case 11 when Is(word, "FUNCTION-ID"):
                ProgramId();
                return true;
            default:
                return identifies && CommentEntry();
        }
    }

    // What is looked at is every word of every program.
    private static bool Is(ReadOnlySpan<char> word, string verb) => word.Equals(verb, StringComparison.OrdinalIgnoreCase);

    /// <summary>The program text between two places, on one line.</summary>
    private string Excerpt(Place begin, Place end)
    {
        Span<char> text = stackalloc char[Reference.LongestText];
        var length = 0;
        // A statement that is shown does not go on for longer, but comments within it can.
        for (var line = begin.Line; line <= end.Line && line - begin.Line < MostLines && length < text.Length; line++)
        {
            var (first, until) = scanner.Area(line);
            if (line == begin.Line)
                first = Math.Max(first, begin.Column);
            if (line == end.Line)
                until = Math.Min(until, end.Column);
            if (first >= until)
                continue;
            var part = scanner.Source[line][(first - 1)..(until - 1)].Trim(' ');
            if (part.IsEmpty)
                continue;
            if (length > 0)
                text[length++] = ' ';
            part = part[..Math.Min(part.Length, text.Length - length)];
            part.CopyTo(text[length..]);
            length += part.Length;
        }
        return text[..length].ToString();
    }

    /// <summary>From there to the word that is looked at now, which belongs to it no more.</summary>
    private string Excerpt(Place begin) => Excerpt(begin, Current.Kind is TokenKind.End ? new(begin.Line, int.MaxValue) : Current.At);

    /// <summary>Qualifiers, subscripts and reference modification after a name: they do not alter which item it is.</summary>
    private void SkipQualifiers()
    {
        while (true)
            if (Current.IsWord("OF") || Current.IsWord("IN"))
            {
                Advance();
                if (Current.Kind is TokenKind.Word)
                    Advance();
            }
            else if (Current.Kind is TokenKind.Open)
                SkipParentheses();
            else
                return;
    }

    private void SkipParentheses()
    {
        var depth = 0;
        do
        {
            depth += Current.Kind switch { TokenKind.Open => 1, TokenKind.Close => -1, _ => 0 };
            Advance();
        }
        while (depth > 0 && Current.Kind is not (TokenKind.End or TokenKind.Period));
    }
}
