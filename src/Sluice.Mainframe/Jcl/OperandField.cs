namespace Sluice.Mainframe.Jcl;

/// <summary>
/// Parameters are separated by commas; commas within parentheses and apostrophes belong to a parameter.
/// Source: z/OS MVS JCL Reference, chapter "Format of statements", parameter field.
/// </summary>
internal static class OperandField
{
    public static void Split(string field, List<Operand> operands)
    {
        operands.Clear();
        for (var start = 0; start < field.Length;)
        {
            var end = EndOfItem(field, start, out var equals);
            operands.Add(equals > start
                ? new(field, start, equals - start, equals + 1, end - equals - 1)
                : new(field, start, 0, start, end - start));
            start = end + 1;
        }
    }

    public static Operand[] Split(string field)
    {
        var operands = new List<Operand>();
        Split(field, operands);
        return [.. operands];
    }

    /// <summary>
    /// The parts of a value that is a list in parentheses, or the value itself: <c>(A,(B,C))</c> → <c>A</c>, <c>(B,C)</c>.
    /// </summary>
    /// <returns>Offset and length within <paramref name="value"/>.</returns>
    public static IEnumerable<(int Start, int Length)> Items(string value)
    {
        if (value is not ['(', ..])
        {
            yield return (0, value.Length);
            yield break;
        }
        var last = value[^1] == ')' ? value.Length - 1 : value.Length;
        for (var start = 1; start <= last;)
        {
            var end = Math.Min(EndOfItem(value, start, out _), last);
            yield return (start, end - start);
            start = end + 1;
        }
    }

    private static int EndOfItem(string field, int start, out int equals)
    {
        var depth = 0;
        var quoted = false;
        var plain = true;
        equals = -1;
        for (var at = start; at < field.Length; at++)
            switch (field[at])
            {
                case '\'':
                    quoted = !quoted;
                    plain = false;
                    break;
                case '(' when !quoted:
                    depth++;
                    plain = false;
                    break;
                case ')' when !quoted:
                    depth = Math.Max(0, depth - 1);
                    break;
                case '=' when plain && equals < 0:
                    equals = at;
                    break;
                case ',' when !quoted && depth == 0:
                    return at;
            }
        return field.Length;
    }
}
