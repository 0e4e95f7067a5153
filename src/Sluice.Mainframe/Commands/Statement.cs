using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Commands;

/// <summary>
/// One command while it is read: writes down what it says, with the place in the member and the command's text.
/// </summary>
internal sealed class Statement(Findings findings)
{
    /// <summary>No command language allows as much.</summary>
    private const int Longest = 256 * 1024;

    public StatementText Text { get; } = new(Longest);

    /// <param name="offset">In the statement, of the name.</param>
    public void Define(ThingKind kind, string name, int offset) => findings.Define(kind, name, Text.At(offset));

    public void Refer(Thing from, Verb verb, Thing to, int offset, string? why = null, string? through = null) =>
        Add(Reference(from, verb, to, offset, why, through));

    public void Add(Reference reference) => findings.Refer(reference);

    public Reference Reference(Thing from, Verb verb, Thing to, int offset, string? why, string? through) =>
        new(from, verb, to, Text.At(offset), Text.OneLine(0, Text.Length, offset))
        {
            Certainty = why is null ? Certainty.Certain : Certainty.Unresolved,
            Why = why,
            Through = through,
        };

    public void Complain(int offset, string code, string words) => findings.Complain(Text.At(offset), code, words);
}
