namespace Sluice.Mainframe.Db2;

// Db2 for z/OS SQL Reference, chapter "Statements": CALL, EXECUTE IMMEDIATE and PREPARE.
internal sealed partial class SqlWalk
{
    // What is in the statement that is carried out carries out no other.
    private bool isDynamic;

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
    /// Where it is a string constant it is read like any other statement; what is joined to one is known at run time.
    /// </summary>
    private int Dynamic(int at)
    {
        var host = at + 2;
        if (Is(at, SqlWord.Prepare))
            while (host < tokens.Count && !Is(host - 1, SqlWord.From) && !IsSign(host, ';'))
                host++;
        else if (!Is(at + 1, SqlWord.Immediate))
            return at + 1;
        if (host < tokens.Count && !isDynamic && text.Span[tokens[host].Start] is '\'' or '"')
        {
            if (!IsJoined(host + 1))
                return Written(tokens[host], host + 1);
            while (host < tokens.Count && !IsSign(host, ';') && tokens[host].Kind is not (SqlTokenKind.HostVariable))
                host++;
        }
        return host < tokens.Count && tokens[host].Kind is SqlTokenKind.HostVariable or SqlTokenKind.Word
            ? Held(Verb.Uses, ThingKind.Table, host, "", "SQL")
            : at + 1;
    }

    private bool IsJoined(int at) => IsSign(at, '|')
        || (at < tokens.Count && text.Span[tokens[at].Start..tokens[at].End].Equals("CONCAT", StringComparison.OrdinalIgnoreCase));

    /// <summary>The statement in a string constant, whose names are where they are in the source.</summary>
    private int Written(SqlToken constant, int next)
    {
        var written = new SqlText();
        var sql = text.Span;
        var quote = sql[constant.Start];
        var close = sql[constant.End - 1] == quote ? constant.End - 1 : constant.End;
        for (var start = constant.Start + 1; start < close;)
        {
            var place = text.At(start);
            var end = start + 1;
            // A quote within is written twice.
            while (end < close && sql[end - 1] != quote && text.At(end) == place with { Column = place.Column + end - start })
                end++;
            written.Continue(sql[start..end], place.Line, place.Column);
            start = sql[end - 1] == quote ? end + 1 : end;
        }
        var found = new Findings();
        SqlTokens.Read(written, found);
        if (written.Tokens.Count > 0)
            new SqlWalk(written, from, found) { isDynamic = true }.Statements();
        foreach (var reference in found.References)
            findings.Refer(reference with { Text = Shown(constant.Start) });
        foreach (var diagnostic in found.Diagnostics)
            findings.Complain(diagnostic.At, diagnostic.Code, diagnostic.Words);
        return next;
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
