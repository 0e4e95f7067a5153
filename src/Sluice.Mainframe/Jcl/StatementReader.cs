using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Jcl;

/// <summary>
/// Takes statements from a member's lines: <c>//name operation operands comment</c>. Comments (<c>//*</c>, also those that are
/// JES3 statements), delimiters and JES2 statements (<c>/*</c>) say nothing that is read or run and are passed over, with what
/// belongs to them: see <see cref="ForJes"/>.
/// Source: z/OS MVS JCL Reference, chapter "Format of statements".
/// </summary>
internal sealed class StatementReader(string member, SourceText source, Findings findings)
{
    private readonly OperandText text = new();
    private readonly List<Operand> operands = [];
    private readonly ForJes forJes = new(source, findings);
    private int next = 1;

    // Program control statements between CNTL and ENDCNTL: what they say, only the subsystem knows. Source: z/OS MVS JCL
    // Reference, chapters "CNTL statement" and "ENDCNTL statement".
    private bool isForSubsystem;

    /// <returns>Null at the end of the member.</returns>
    public Statement? Next()
    {
        while (next <= source.Count)
        {
            var number = next;
            var line = source[number];
            if (line.StartsWith("//"))
            {
                next++;
                var isComment = line.Length > Columns.Name && line[Columns.Name] == '*';
                if (isComment)
                    next = forJes.AfterComment(number);
                else if (Read(Columns.Code(line), number) is { } statement)
                    return statement;
            }
            else if (line.StartsWith("/*") || line.IsEmpty)
                next = ForJes.IsTransmission(line) ? forJes.AfterTransmission(number) : number + 1;
            else
                return Unannounced(number);
        }
        return null;
    }

    private Statement? Read(ReadOnlySpan<char> code, int number)
    {
        var endOfName = Columns.EndOfWord(code, Columns.Name);
        var start = Columns.SkipBlanks(code, endOfName);
        if (start == code.Length)
        {
            if (endOfName == Columns.Name)
                return new(member, Operation.Null, "", new(number, 1), "", [], []);
            findings.Complain(new(number, 1), "jcl.no-operation", "The statement has a name and no operation.");
            return null;
        }
        var end = Columns.EndOfWord(code, start);
        if (Operations.Of(code[start..end]) is not { } operation)
        {
            if (!isForSubsystem)
                findings.Complain(new(number, start + 1), "jcl.unknown-operation",
                    $"There is no operation {Shown(code[start..end])}.");
            return null;
        }
        isForSubsystem = operation == Operation.Cntl || (isForSubsystem && operation != Operation.EndCntl);
        var at = new Place(number, endOfName > Columns.Name ? Columns.Name + 1 : start + 1);
        var name = endOfName > Columns.Name ? Name.Upper(code[Columns.Name..endOfName]) : "";
        text.Clear();
        operands.Clear();
        if (operation == Operation.If)
            ReadCondition(code, Columns.SkipBlanks(code, end), number);
        else if (operation is not (Operation.Else or Operation.EndIf or Operation.Pend or Operation.EndCntl))
            ReadOperands(code, Columns.SkipBlanks(code, end), number);
        var field = text.ToField();
        if (operation != Operation.If)
            OperandField.Split(field, operands);
        var statement = new Statement(member, operation, name, at, field, [.. operands], text.ToStretches());
        return operation is Operation.Dd or Operation.Xmit ? WithData(statement) : statement;
    }

    private void ReadOperands(ReadOnlySpan<char> code, int from, int number)
    {
        text.Add(code, from, number);
        while (text.IsQuoted || text.EndsWithComma)
            if (text.IsQuoted && !ContinueQuoted())
            {
                findings.Complain(text.OpenQuote, "jcl.unclosed-quote",
                    "The apostrophe is not closed; a quoted string goes on in column 16 of the next line.");
                return;
            }
            else if (!text.IsQuoted && text.EndsWithComma && !ContinueOperands())
            {
                findings.Complain(new(next - 1, 1), "jcl.continuation-missing", "The comma at the end promises more operands.");
                return;
            }
        if (text.IsFull)
            findings.Complain(new(number, 1), "jcl.statement-too-long",
                $"Only the first {OperandText.Longest} characters of the operands were read.");
        PassContinuedComment();
    }

    private bool ContinueQuoted()
    {
        if (next > source.Count || !source[next].StartsWith("//"))
            return false;
        var code = Columns.Code(source[next]);
        if (code.Length <= Columns.LastOfContinuation || Columns.SkipBlanks(code, Columns.Name) < Columns.LastOfContinuation)
            return false;
        text.Add(code, Columns.LastOfContinuation, next++);
        return true;
    }

    private bool ContinueOperands()
    {
        // Comment statements may stand between.
        var number = next;
        while (number <= source.Count && source[number].StartsWith("//*"))
            number++;
        if (number > source.Count || !(source[number] is "//" || source[number].StartsWith("// ")))
            return false;
        var code = Columns.Code(source[number]);
        var start = Columns.SkipBlanks(code, Columns.Name);
        // Here a null statement is a blank comment and ends no job. Source: z/OS MVS JCL Reference, chapter "Null statement".
        if (start == code.Length)
        {
            next = number + 1;
            return false;
        }
        var end = Columns.EndOfWord(code, start);
        if (end < code.Length && Operations.Of(code[start..end]) is not null)
            return false;
        if (start > Columns.LastOfContinuation)
            findings.Complain(new(number, start + 1), "jcl.continuation-too-far", "Operands go on in columns 4 to 16.");
        next = number + 1;
        text.Add(code, start, number);
        return true;
    }

    // Column 72 is not blank: the comment goes on.
    private void PassContinuedComment()
    {
        while (next <= source.Count && source[next - 1] is { Length: > Columns.Continuation } line
            && line[Columns.Continuation] != ' ' && source[next].StartsWith("// "))
            next++;
    }

    // A condition may be broken at any blank. Source: z/OS MVS JCL Reference, chapter "IF/THEN/ELSE/ENDIF statement construct".
    private void ReadCondition(ReadOnlySpan<char> code, int start, int number)
    {
        while (true)
        {
            if (EndsWithThen(ref code, start))
            {
                text.AddWords(code, Math.Min(start, code.Length), number);
                return;
            }
            text.AddWords(code, start, number);
            if (next > source.Count || !source[next].StartsWith("// "))
                break;
            code = Columns.Code(source[next]);
            start = Columns.SkipBlanks(code, Columns.Name);
            if (Operations.Of(code[start..Columns.EndOfWord(code, start)]) is not null)
                break;
            number = next++;
        }
        findings.Complain(new(number, 1), "jcl.if-without-then", "The condition has no THEN.");
    }

    private static bool EndsWithThen(ref ReadOnlySpan<char> code, int start)
    {
        for (int at = start, end; at < code.Length; at = Columns.SkipBlanks(code, end))
        {
            end = Columns.EndOfWord(code, at);
            if (code[at..end].Equals("THEN", StringComparison.OrdinalIgnoreCase))
            {
                code = code[..at];
                return true;
            }
        }
        return false;
    }

    // Source: z/OS MVS JCL Reference, chapter "DD statement", parameters * , DATA and DLM.
    private Statement WithData(Statement statement)
    {
        var toDelimiter = statement.Operation == Operation.Xmit || statement.Operands is [var data, ..] && data.IsWord("DATA");
        if (!toDelimiter && !(statement.Operands is [var star, ..] && star.IsWord("*")))
            return statement;
        var delimiter = statement.Find("DLM") is { ValueLength: > 0 } said ? Literal.Unquoted(said.Value.ToString()) : "";
        var shown = delimiter.Length > 0 ? Shown(delimiter) : "/*";
        var first = next;
        while (next <= source.Count && !IsEnd(source[next], delimiter, toDelimiter))
            next++;
        var last = next - 1;
        if (next > source.Count && (toDelimiter || delimiter.Length > 0))
            findings.Complain(statement.At, "jcl.unclosed-data",
                $"The data goes on to the end of the member, without delimiter {shown}.");
        // A statement ends the data and is read next; a delimiter is passed over.
        if (next <= source.Count
            && (delimiter.Length > 0 || (source[next].StartsWith("/*") && !ForJes.IsTransmission(source[next]))))
            next++;
        return statement with { Data = new(first, last) };
    }

    private static bool IsEnd(ReadOnlySpan<char> line, ReadOnlySpan<char> delimiter, bool toDelimiter) => delimiter.Length > 0
        ? line.StartsWith(delimiter)
        : line is ['/', '*', ..] || (!toDelimiter && line is ['/', '/', ..]);

    private Statement Unannounced(int number)
    {
        while (next <= source.Count && !source[next].StartsWith("//") && !source[next].StartsWith("/*"))
            next++;
        return new(member, Operation.Data, "", new(number, 1), "", [], []) { Data = new(number, next - 1) };
    }

    private static string Shown(ReadOnlySpan<char> word) => word.Length > 20 ? $"{word[..20]}…" : word.ToString();
}
