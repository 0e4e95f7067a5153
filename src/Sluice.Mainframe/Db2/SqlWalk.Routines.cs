namespace Sluice.Mainframe.Db2;

// Db2 for z/OS SQL Reference, chapter "Statements": CALL, EXECUTE IMMEDIATE and PREPARE.
internal sealed partial class SqlWalk
{
    /// <summary>A stored procedure; its name can be in a host variable.</summary>
    private int Call(int at)
    {
        if (at < tokens.Count && tokens[at].Kind == SqlTokenKind.HostVariable)
            return Held(Verb.Calls, ThingKind.Resource, at, "PROCEDURE ", "the procedure's name");
        if (SqlName.Read(text, at) is not { } name)
            return at;
        Refer(Verb.Calls, name with { Name = $"PROCEDURE {name.Name}" }, ThingKind.Resource);
        return name.Next;
    }

    /// <summary>
    /// PREPARE … FROM :TEXT and EXECUTE IMMEDIATE :TEXT, in a routine TEXT alone: what tables the text names is not in the source.
    /// </summary>
    private int Dynamic(int at)
    {
        var host = at + 2;
        if (Is(at, SqlWord.Prepare))
            while (host < tokens.Count && !Is(host - 1, SqlWord.From) && !IsSign(host, ';'))
                host++;
        else if (!Is(at + 1, SqlWord.Immediate))
            return at + 1;
        return host < tokens.Count && tokens[host].Kind is SqlTokenKind.HostVariable or SqlTokenKind.Word
            ? Held(Verb.Uses, ThingKind.Table, host, "", "SQL")
            : at + 1;
    }

    private int Held(Verb verb, ThingKind kind, int at, string type, string what)
    {
        var token = tokens[at];
        var variable = text.Span[token.Start..token.End].TrimStart(':').ToString().ToUpperInvariant();
        findings.Refer(new(from, verb, new(kind, type + variable), text.At(token.Start), Shown(token.Start))
        {
            Certainty = Certainty.Unresolved,
            Why = $"{variable} is a variable, which holds {what} at run time.",
        });
        return at + 1;
    }
}
