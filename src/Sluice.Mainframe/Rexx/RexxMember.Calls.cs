namespace Sluice.Mainframe.Rexx;

// TSO/E REXX Reference, chapters "Functions" (search order: internal, built-in, external; a name in quotes is never internal)
// and "Keyword Instructions", CALL.
internal sealed partial class RexxMember
{
    // Tokens that are looked at for one name: nested calls of one function must not each read all that follows.
    private const int MostArguments = 100;

    /// <summary>A name with an opening parenthesis right behind it is a function.</summary>
    /// <returns>The end.</returns>
    private int Expression(int at, int end)
    {
        for (; at + 1 < end; at++)
            if (IsFunction(at))
            {
                Routine(Tokens[at]);
                NamedDataSet(at, end);
            }
        return end;
    }

    private bool IsFunction(int at) => Tokens[at].Kind is RexxTokenKind.Symbol or RexxTokenKind.String
        && at + 1 < Tokens.Count && Tokens[at + 1] is { Kind: RexxTokenKind.Open, HasBlankBefore: false };

    private int CallInstruction(int at)
    {
        var end = Tokens.Count;
        if (at + 1 >= end)
        {
            findings.Complain(Tokens[at].At, "rexx.call-without-name", "CALL is followed by no name.");
            return end;
        }
        var name = Tokens[at + 1];
        if (name.Is("ON") || name.Is("OFF"))
            return end;
        if (name.Kind is RexxTokenKind.Symbol or RexxTokenKind.String)
        {
            Routine(name);
            if (name.Is("BPXWDYN"))
                DynamicAllocation(at + 2, end);
        }
        else if (name.Kind is RexxTokenKind.Open && at + 2 < end && Tokens[at + 2].Kind is RexxTokenKind.Symbol)
            commands.Held(Verb.Calls, ThingKind.Program, Tokens[at + 2].Name, Tokens[at + 2].At, Shown);
        return Expression(at + 2, end);
    }

    private void Routine(RexxToken token)
    {
        var name = token.Text;
        var isInternal = token.Kind is RexxTokenKind.Symbol && labels.Contains(name);
        if (!isInternal && !BuiltinFunctions.Contains(name) && HostCommands.IsProgramName(name))
            findings.Refer(new(from, Verb.Calls, new(ThingKind.Program, token.Name), token.At, Shown));
    }

    /// <summary>SYSDSN("'PAY.DATA'") and LISTDSI("'PAY.DATA'") look at a data set.</summary>
    private void NamedDataSet(int at, int end)
    {
        end = Math.Min(end, at + MostArguments);
        if (Tokens[at].Is("BPXWDYN"))
            DynamicAllocation(at + 2, Closing(at + 2, end));
        else if ((Tokens[at].Is("SYSDSN") || Tokens[at].Is("LISTDSI")) && Build(at + 2, Closing(at + 2, end)))
            commands.LookedAt(Shown);
    }

    private int Closing(int at, int end)
    {
        for (var depth = 1; at < end; at++)
        {
            depth += Tokens[at].Kind switch { RexxTokenKind.Open => 1, RexxTokenKind.Close => -1, _ => 0 };
            if (depth == 0)
                return at;
        }
        return end;
    }

    private void DynamicAllocation(int at, int end)
    {
        if (Build(at, end))
            commands.DynamicAllocation(Shown);
    }
}
