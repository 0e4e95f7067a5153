namespace Sluice.Mainframe.ControlCards;

/// <summary>
/// BPXBATCH runs a z/OS UNIX program or shell command, named in PARM or STDPARM. Source: z/OS UNIX System Services User's
/// Guide, chapter on the BPXBATCH utility.
/// </summary>
internal static class UnixBatch
{
    public static void Read(CardStatement parameter)
    {
        var words = new Parameters(parameter);
        if (!words.Next() || words.Is("SH") is var isShell && !isShell && !words.Is("PGM"))
            return;
        var from = words.Position;
        var text = parameter.Span;
        while (from < text.Length && char.IsWhiteSpace(text[from]))
            from++;
        var to = from;
        while (to < text.Length && !char.IsWhiteSpace(text[to]) && text[to] is not (';' or '\''))
            to++;
        if (to == from)
            return;
        // Paths keep their case.
        var program = new Thing(ThingKind.Program, text[from..to].ToString());
        parameter.Refer(new(parameter.From, Verb.Runs, program, parameter.At(from), parameter.OneLine(0, parameter.Length, from))
        {
            Certainty = isShell ? Certainty.Unresolved : Certainty.Certain,
            Why = isShell ? "The shell is given a command, which can be any program, script or part of the shell." : null,
        });
    }

    public static void Read(Cards cards)
    {
        var statement = cards.Statement();
        for (var line = cards.First; line <= cards.Last; line++)
            statement.Add(cards.Source[line], line, 1);
        Read(statement);
    }
}
