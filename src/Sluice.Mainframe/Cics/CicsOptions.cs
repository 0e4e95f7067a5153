using Sluice.Mainframe.Commands;

namespace Sluice.Mainframe.Cics;

/// <summary>
/// Cuts a command into its options where the language that it stands in does not: <c>LINK PROGRAM('PAY01')
/// SYNCONRETURN</c>.
/// </summary>
/// <remarks>CICS Transaction Server for z/OS Application Programming Reference, chapter "CICS command format".</remarks>
internal static class CicsOptions
{
    private const int Most = 10_000;

    /// <param name="command">From its own name on.</param>
    /// <param name="at">Where a character of the command is in the member.</param>
    public static List<CicsOption> Of(ReadOnlySpan<char> command, Func<int, Place> at)
    {
        var options = new List<CicsOption>();
        for (var next = 0; options.Count < Most;)
        {
            while (next < command.Length && (command[next] is ' ' or ',' or ')'))
                next++;
            if (next >= command.Length)
                break;
            var start = next;
            while (next < command.Length && command[next] is not (' ' or ',' or '(' or ')'))
                next++;
            var option = command[start..next].Upper();
            var open = next;
            while (open < command.Length && command[open] == ' ')
                open++;
            if (open >= command.Length || command[open] != '(')
            {
                options.Add(new(option, null, false, at(start)));
                continue;
            }
            next = AfterArgument(command, open);
            var argument = command[(open + 1)..Math.Max(open + 1, command[next - 1] == ')' ? next - 1 : next)];
            var from = open + 1 + argument.Length - argument.TrimStart(' ').Length;
            options.Add(Argument(option, argument.Trim(' '), at(from)));
        }
        return options;
    }

    /// <summary>
    /// A name in apostrophes, or in an assembler literal, is what it says; any other is what the named field holds.
    /// </summary>
    private static CicsOption Argument(string option, ReadOnlySpan<char> argument, Place at)
    {
        var literal = argument.StartsWith("=C", StringComparison.OrdinalIgnoreCase)
            ? argument[Math.Max(0, argument.IndexOf('\''))..]
            : argument;
        if (literal.Trim(" '\"").IsEmpty)
            return new(option, null, false, at);
        return literal is ['\'' or '"', .. var content, '\'' or '"']
            ? new(option, content.ToString(), true, at with { Column = at.Column + argument.Length - literal.Length + 1 })
            : new(option, argument.ToString(), false, at);
    }

    private static int AfterArgument(ReadOnlySpan<char> command, int open)
    {
        var depth = 0;
        char quote = default;
        for (var next = open; next < command.Length; next++)
        {
            var character = command[next];
            if (quote != default)
                quote = character == quote ? default : quote;
            else if (character is '\'' or '"')
                quote = character;
            else if (character == '(')
                depth++;
            else if (character == ')' && --depth == 0)
                return next + 1;
        }
        return command.Length;
    }
}
