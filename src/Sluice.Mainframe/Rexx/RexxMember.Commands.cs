namespace Sluice.Mainframe.Rexx;

// TSO/E REXX Reference, chapters "REXX General Concepts", section "Commands to External Environments" (TSO, MVS, LINK, ATTACH,
// LINKMVS, LINKPGM, ATTCHMVS, ATTCHPGM, ISPEXEC, ISREDIT), and "Keyword Instructions", ADDRESS.
internal sealed partial class RexxMember
{
    private const string Tso = "TSO";

    // As the text has it from top to bottom: what a routine alters for its caller is not followed.
    private string environment = Tso;
    private string earlier = Tso;

    private int Command(int at)
    {
        var end = Tokens.Count;
        if (Build(at, end))
            commands.Read(environment, Shown);
        return Expression(at, end);
    }

    /// <summary>With a command it is for that one; without, for all that follow.</summary>
    private int AddressInstruction(int at)
    {
        var end = Tokens.Count;
        if (at + 1 >= end)
        {
            (environment, earlier) = (earlier, environment);
            return end;
        }
        // Which one VALUE gives is known at run time; a command for it is still a command.
        var named = Tokens[at + 1];
        var isNamed = named.Kind is RexxTokenKind.Symbol or RexxTokenKind.String && !named.Is("VALUE");
        if (isNamed && at + 2 < end)
        {
            if (Build(at + 2, end))
                commands.Read(named.Name, Shown);
            return Expression(at + 2, end);
        }
        (earlier, environment) = (environment, isNamed ? named.Name : "");
        return Expression(at + 1, end);
    }

    /// <summary>What is put on the stack may be read by DSN as its subcommands.</summary>
    private void Stacked(int at)
    {
        if (at < Tokens.Count && Build(at, Tokens.Count))
            commands.Stacked(Shown);
    }

    // A period ends the name; where one follows that is text, it takes two.
    private string Period(int at, int end) => at < end && !Tokens[at].HasBlankBefore
        && Tokens[at] is { Kind: RexxTokenKind.String, Text: ['.', ..] } ? "." : "";

    /// <summary>
    /// Puts the command together as far as it can be read: literal strings as they are, a variable as its name behind an
    /// ampersand, as a CLIST would have it.
    /// </summary>
    /// <returns>Whether there is one.</returns>
    private bool Build(int at, int end)
    {
        var text = commands.Text;
        text.Clear();
        var hasString = false;
        for (var begin = at; at < end; at++)
        {
            var token = Tokens[at];
            var (line, column) = (token.At.Line, token.At.Column);
            if (at > begin && token.HasBlankBefore && token.Kind is not RexxTokenKind.Other)
                text.Continue(" ", line, column);
            switch (token.Kind)
            {
                case RexxTokenKind.String:
                    hasString = true;
                    text.Continue(token.Text, line, column);
                    break;
                case RexxTokenKind.Symbol when IsFunction(at):
                    text.Continue($"&{token.Name}", line, column);
                    at = Closing(at + 2, end);
                    break;
                // A variable that never gets a value is its own name.
                case RexxTokenKind.Symbol when token.IsConstant || (!hasString && !assigned.Contains(token.Text)):
                    text.Continue(token.Name, line, column);
                    break;
                case RexxTokenKind.Symbol:
                    text.Continue($"&{token.Name}{Period(at + 1, end)}", line, column);
                    break;
                case RexxTokenKind.Other when token.Text is not "|":
                    text.Continue(token.Text, line, column);
                    break;
            }
        }
        return text.Length > 0;
    }
}
