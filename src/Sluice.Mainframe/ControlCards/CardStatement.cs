using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.ControlCards;

/// <summary>One control statement or command, its continuations joined; says what it refers to.</summary>
internal sealed class CardStatement(Thing from, Findings findings) : StatementText(LongestStatement)
{
    /// <summary>More than any utility takes; a continuation without end stops here.</summary>
    public const int LongestStatement = 1_000_000;

    public Thing From => from;

    public Findings Findings => findings;

    /// <summary>Names <paramref name="kind"/> by the characters from start to end, quotes left out.</summary>
    public void Refer(Verb verb, ThingKind kind, int start, int end, string? through = null) =>
        Refer(from, verb, kind, start, end, through);

    public void Refer(Thing subject, Verb verb, ThingKind kind, int start, int end, string? through = null)
    {
        (start, end) = Bare(start, end);
        if (end > start)
            Refer(subject, verb, new(kind, Span[start..end].ToString().ToUpperInvariant()), start, through);
    }

    public void Refer(Thing subject, Verb verb, Thing target, int at, string? through = null, string? detail = null) =>
        Refer(new(subject, verb, target, At(at), OneLine(0, Length, at)) { Through = through, Detail = detail });

    public void Refer(Reference reference)
    {
        if (reference.To.Name.Length > 0)
            findings.Refer(SymbolicName.Judge(reference));
        else
            findings.Complain(reference.At, "card.missing-name", "A name is missing here.");
    }

    /// <summary>Without quotes, with the password of a VSAM catalog entry cut off: <c>'PAY.KSDS'/SECRET</c>.</summary>
    public (int Start, int End) Bare(int start, int end)
    {
        var text = Span[start..end];
        if (text.Length > 1 && text[0] == '\'')
        {
            var length = text[1..].IndexOf('\'');
            return (start + 1, length < 0 ? end : start + 1 + length);
        }
        var password = text.IndexOf('/');
        return (start, password > 0 ? start + password : end);
    }

    public string Upper(int start, int end)
    {
        (start, end) = Bare(start, end);
        return Span[start..end].ToString().ToUpperInvariant();
    }

    /// <summary>A data set with, in parentheses, a member or generation.</summary>
    public void ReferDataSet(Verb verb, int start, int end, string? through = null)
    {
        (start, end) = Bare(start, end);
        var open = Span[start..end].IndexOf('(');
        if (open <= 0)
        {
            Refer(verb, ThingKind.DataSet, start, end, through);
            return;
        }
        var close = Span[start..end].IndexOf(')');
        var inner = Span[(start + open + 1)..(close > open ? start + close : end)].Trim(' ').ToString().ToUpperInvariant();
        Refer(from, verb, new(ThingKind.DataSet, Upper(start, start + open)), start, through, inner);
    }
}
