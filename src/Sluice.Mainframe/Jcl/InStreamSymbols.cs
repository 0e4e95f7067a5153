using System.Text;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Jcl;

/// <summary>
/// Symbols in in-stream data: the system replaces those that an EXPORT statement before has named, where the DD statement has
/// SYMBOLS=. Everywhere else an ampersand is data. Source: z/OS MVS JCL Reference, chapters "EXPORT statement" and "DD statement",
/// parameter SYMBOLS.
/// </summary>
internal sealed class InStreamSymbols(Symbols symbols)
{
    // A few symbols with long values must not make more of the data than any machine holds.
    private const int MostGrowth = 1_000_000;

    private readonly HashSet<string> exported = new(StringComparer.OrdinalIgnoreCase);
    private bool exportsAll;

    internal delegate void DataReader(SourceText lines, int first, int last, Findings findings);

    /// <summary><c>SYMLIST=(A,B)</c>, or an asterisk for all that have a value from here on.</summary>
    public void Export(Statement statement)
    {
        if (statement.Find("SYMLIST") is not { } list)
            return;
        var names = list.Value.ToString();
        foreach (var (start, length) in OperandField.Items(names))
            if (names.AsSpan(start, length) is "*")
                exportsAll = true;
            else
                exported.Add(names.Substring(start, length));
    }

    /// <summary>Has the data read as the step gets it; what is found has its place where it is written.</summary>
    public void Read(Statement dd, InStreamData data, SourceText source, Findings findings, DataReader read)
    {
        if (!AreReplaced(dd) || !HasAny(data, source))
        {
            read(source, data.FirstLine, data.LastLine, findings);
            return;
        }
        var visible = exportsAll ? symbols : symbols.Only(exported);
        var text = new StringBuilder();
        var defaults = new Dictionary<int, IReadOnlyList<Link>>();
        var growth = 0;
        for (var line = data.FirstLine; line <= data.LastLine; line++)
        {
            if (growth > MostGrowth || !source[line].Contains('&'))
            {
                text.Append(source[line]).Append('\n');
                continue;
            }
            var replaced = Substitution.In(source[line].ToString(), visible);
            if (replaced.Defaults.Count > 0)
                defaults.Add(line, Named.Own(replaced.Defaults));
            text.Append(replaced.Text).Append('\n');
            growth += replaced.Text.Length - source[line].Length;
        }
        if (growth > MostGrowth)
            findings.Complain(dd.At, "jcl.data-too-large", "Symbols make too much of the data; its end was read as it is written.");
        using var lines = SourceText.Of(text.ToString());
        var found = new Findings();
        read(lines, 1, lines.Count, found);
        Keep(found, data.FirstLine - 1, defaults, findings);
    }

    private bool AreReplaced(Statement dd) => (exportsAll || exported.Count > 0) && dd.Find("SYMBOLS") is { ValueLength: > 0 };

    private static bool HasAny(InStreamData data, SourceText source)
    {
        for (var line = data.FirstLine; line <= data.LastLine; line++)
            if (source[line].Contains('&'))
                return true;
        return false;
    }

    private static void Keep(Findings found, int before, Dictionary<int, IReadOnlyList<Link>> defaults, Findings findings)
    {
        foreach (var reference in found.References)
        {
            var moved = reference with { At = Moved(reference.At) };
            // The value is one that a caller may override.
            findings.Refer(moved.Certainty == Certainty.Certain && defaults.TryGetValue(moved.At.Line, out var chain)
                ? moved with { Certainty = Certainty.Candidate, Chain = chain }
                : moved);
        }
        foreach (var diagnostic in found.Diagnostics)
            findings.Complain(Moved(diagnostic.At), diagnostic.Code, diagnostic.Words);
        foreach (var definition in found.Defines)
            findings.Define(definition.What.Kind, definition.What.Name, Moved(definition.At));

        Place Moved(Place at) => at with { Line = at.Line + before };
    }
}
