using Sluice.Mainframe.Commands;

namespace Sluice.Mainframe.Db2;

/// <summary>One statement's tokens, and where what is found in them is written down.</summary>
/// <param name="schema">What qualifies names that have no schema; null when the member does not say.</param>
internal sealed class DdlStatement(SqlText text, Thing by, string? schema, Findings findings)
{
    private const string Procedure = "PROCEDURE ";

    public int Count => text.Tokens.Count;

    public ReadOnlySpan<char> Word(int at) =>
        at >= 0 && at < Count ? text.Span.Slice(text.Tokens[at].Start, text.Tokens[at].Length) : default;

    public bool Is(int at, ReadOnlySpan<char> word) => Word(at).Equals(word, StringComparison.OrdinalIgnoreCase);

    public SqlWord Known(int at) => at < Count ? text.Tokens[at].Word : SqlWord.None;

    /// <summary>Of the token, in the statement.</summary>
    public int Start(int at) => text.Tokens[at].Start;

    public SqlName? Name(int at) => SqlName.Read(text, at);

    /// <summary>What the words from one token to another say.</summary>
    public string Words(int from, int to) => from >= to || from >= Count ? "" : Sluice.Mainframe.Text.OneLine.Of(
        text.Span[text.Tokens[from].Start..text.Tokens[Math.Min(to, Count) - 1].End]).ToUpperInvariant();

    public void Define(Thing what, SqlName name)
    {
        if (SettledName.Why(name.Name) is null)
            findings.Define(what.Kind, what.Name, text.At(name.Start));
    }

    public void Refer(Thing from, Verb verb, Thing to, SqlName name, string? through = null)
    {
        var why = SettledName.WhyGeneric(name.Name);
        findings.Refer(new(from, verb, to, text.At(name.Start), text.OneLine(text.Tokens[0].Start, text.Length, name.Start))
        {
            Certainty = why is null ? Certainty.Certain : Certainty.Unresolved,
            Why = why,
            Through = through ?? name.Location,
        });
    }

    /// <summary>
    /// Takes over what the reading of tables found: said by the thing that is defined, unless the member does it.
    /// </summary>
    public void Take(Reference reference, Thing? subject)
    {
        var to = InSchema(reference.To);
        var isDoing = reference.Verb is Verb.Creates || to == subject;
        findings.Refer(reference with { From = isDoing || subject is null ? by : subject.Value, To = to });
    }

    /// <summary>
    /// SQL Reference, "Unqualified object names": the schema of a table, view, index, alias or routine that names none is CURRENT
    /// SCHEMA, which is CURRENT SQLID unless it was set too.
    /// </summary>
    public Thing InSchema(Thing thing) => schema is null ? thing
        : thing.Kind is ThingKind.Table or ThingKind.Index ? thing with { Name = Qualified(thing.Name) }
        : thing.Name.StartsWith(Procedure, StringComparison.Ordinal) ? thing with { Name = Procedure + Qualified(thing.Name[Procedure.Length..]) }
        : thing;

    public string Qualified(string name) =>
        schema is null || name.Contains('.', StringComparison.Ordinal) ? name : $"{schema}.{name}";

    /// <summary>SET CURRENT SQLID, SET CURRENT SCHEMA, SET SCHEMA.</summary>
    public string? SetSchema(string? before)
    {
        var at = Is(1, "CURRENT") ? 2 : 1;
        if (!Is(at, "SQLID") && !Is(at, "SCHEMA") && !Is(at, "CURRENT_SCHEMA"))
            return before;
        at += Is(at + 1, "=") ? 2 : 1;
        return Word(at) switch
        {
            ['\'', .. var value, '\''] => value.Upper(),
            ['"', .. var value, '"'] => value.ToString(),
            // USER and the like are known when it runs.
            _ => null,
        };
    }
}
