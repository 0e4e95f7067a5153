using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Pli;

/// <summary>One member on its way from the first word to the last; each statement that matters has a file of its own.</summary>
internal sealed partial class PliMember(string name, SourceText source, Findings findings)
{
    private readonly PliScanner scanner = new(source, findings);
    private readonly List<Reference> references = [];
    private bool beginsStatement = true;

    // Of the statement that is read, as far as it is no more than an expression.
    private Place statementAt;

    private PliToken Current => scanner.Current;

    private PliToken Following => scanner.Following;

    public void Read()
    {
        while (Current.Kind is not PliTokenKind.End)
            switch (Current.Kind)
            {
                case PliTokenKind.Word:
                    if (!Statement())
                        Advance();
                    break;
                case PliTokenKind.Percent when Following.Is("INCLUDE") || Following.Is("XINCLUDE"):
                    IncludeDirective();
                    break;
                case PliTokenKind.LibrarianInclude:
                    Refer(Verb.Copies, ThingKind.Copybook, Current.Name, Current.At, scanner.Excerpt(new(Current.At.Line, 1)));
                    Advance();
                    break;
                case PliTokenKind.Process:
                    EndCompilation();
                    Advance();
                    break;
                default:
                    Advance();
                    break;
            }
        EndCompilation();
    }

    /// <summary>A statement begins after a semicolon, a label, a condition in parentheses, THEN, ELSE and OTHERWISE.</summary>
    private void Advance()
    {
        beginsStatement = Current.Kind switch
        {
            PliTokenKind.Semicolon or PliTokenKind.Colon or PliTokenKind.Close or PliTokenKind.Process
                or PliTokenKind.LibrarianInclude => true,
            PliTokenKind.Word => Current.Text.Length is 4 or 5 or 9
                && (Current.Is("THEN") || Current.Is("ELSE") || Current.Is("OTHER") || Current.Is("OTHERWISE")),
            _ => false,
        };
        scanner.Advance();
    }

    /// <returns>Whether the word was one that matters; then it and what belongs to it has been read.</returns>
    /// <remarks>
    /// Two identifiers in a row occur in no expression, so that a keyword with the word that follows it cannot be a variable.
    /// </remarks>
    private bool Statement()
    {
        var follows = Following.Kind;
        if (beginsStatement)
            statementAt = Current.At;
        if (beginsStatement && follows is PliTokenKind.Colon)
        {
            labels.Add(Current.Name);
            Advance();
            Advance();
            return true;
        }
        switch (Current.Text.Length)
        {
            case 4 when follows is PliTokenKind.Word && Current.Is("CALL"):
                CallStatement();
                return true;
            case 4 or 7 when follows is PliTokenKind.Word && Current.Is("EXECUTE", "EXEC"):
                ExecStatement();
                return true;
            case 5 or 7 when beginsStatement && follows is PliTokenKind.Word && (Current.Is("FETCH") || Current.Is("RELEASE")):
                FetchStatement();
                return true;
            case 3 or 7 when beginsStatement && follows is PliTokenKind.Word or PliTokenKind.Number or PliTokenKind.Open
                    && Current.Is("DECLARE", "DCL"):
                DeclareStatement();
                return true;
            case 3 or 4 or 5 or 6 or 7 when follows is PliTokenKind.Word && beginsStatement && IsTransmission():
                TransmissionStatement();
                return true;
        }
        return BlockStatement() || Assigned() || FunctionReference();
    }

    /// <summary>Of the statement; a semicolon that is missing must not let it run beyond the compilation.</summary>
    private bool IsAtEnd => Current.Kind is PliTokenKind.Semicolon or PliTokenKind.End or PliTokenKind.Process;

    private void SkipStatement()
    {
        while (!IsAtEnd)
            Advance();
    }

    /// <summary>From an opening parenthesis to behind the closing one.</summary>
    private void SkipParentheses()
    {
        var depth = 0;
        do
        {
            depth += Current.Kind switch { PliTokenKind.Open => 1, PliTokenKind.Close => -1, _ => 0 };
            Advance();
        }
        while (depth > 0 && !IsAtEnd);
    }

    /// <summary>What a keyword has in parentheses: a name or a literal. Then what follows the parentheses is looked at.</summary>
    private PliToken? Argument()
    {
        if (Current.Kind is not PliTokenKind.Open)
            return null;
        var argument = Following;
        SkipParentheses();
        return argument.Kind is PliTokenKind.Word or PliTokenKind.Literal && !argument.Text.IsWhiteSpace() ? argument : null;
    }

    private void Refer(Verb verb, ThingKind kind, string target, Place at, string text, string? through = null) =>
        references.Add(new(default, verb, new(kind, target), at, text) { Through = through });

    private Reference Held(Verb verb, ThingKind kind, string target, Place at, string text, string variable)
    {
        variables.Add(variable);
        return new(default, verb, new(kind, target), at, text)
        {
            Certainty = Certainty.Unresolved,
            Variable = variable,
            Why = $"{variable} is a variable, whose value is known at run time.",
        };
    }

    /// <summary>Only at its end is it known which names are the compilation's own.</summary>
    private void EndCompilation()
    {
        SettleCalls();
        SettleFiles();
        SettleDliCalls();
        var from = program ?? new(ThingKind.Copybook, name);
        references.Sort((one, other) => one.At.CompareTo(other.At));
        foreach (var reference in references)
            findings.Refer(reference with { From = from });
        KeepAssignments();
        references.Clear();
        ForgetNames();
    }
}
