using Sluice.Bench.Estates.Writing;

namespace Sluice.Bench.Estates.Cobol;

/// <summary>Statements that only work on the program's own data.</summary>
internal sealed class Statements(Deck deck, Dice dice, DataDivision data)
{
    private const int DeepestIf = 3;

    public static string Paragraph(int number) => $"P{number:D5}-{Terms.Deeds[number % Terms.Deeds.Length]}";

    /// <param name="paragraph">Those before it can be performed.</param>
    public void One(int paragraph) => One(paragraph, "           ", 0);

    private void One(int paragraph, string indent, int depth)
    {
        switch (dice.Below(100))
        {
            case < 28: deck.Add($"{indent}MOVE WS-{data.TextItem()} TO WS-{data.TextItem()}"); break;
            case < 33: deck.Add($"{indent}MOVE '{dice.Of(Terms.Nouns)}' TO WS-{data.TextItem()}"); break;
            case < 40: deck.Add($"{indent}ADD {1 + dice.Below(9)} TO WS-{data.NumericItem()}"); break;
            case < 50: Compute(indent); break;
            case < 64 when depth < DeepestIf: If(paragraph, indent, depth); break;
            case < 69 when depth < DeepestIf: Evaluate(paragraph, indent, depth); break;
            case < 77 when paragraph > 1: deck.Add($"{indent}PERFORM {Paragraph(1 + dice.Below(paragraph - 1))}"); break;
            case < 81: String(indent); break;
            case < 84: deck.Add($"{indent}DISPLAY '{dice.Of(Terms.Nouns)} ' WS-{data.TextItem()}"); break;
            case < 87: deck.Add($"{indent}INITIALIZE WS-{data.TextItem()}"); break;
            case < 95: deck.Add($"      * {dice.Of(Terms.Remarks)}"); break;
            case < 98: Inspect(indent); break;
            default: deck.Add($"{indent}MOVE ZERO TO WS-{data.NumericItem()}"); break;
        }
    }

    private void Compute(string indent) =>
        deck.Add($"""
            {indent}COMPUTE WS-{data.NumericItem()} ROUNDED =
            {indent}    WS-{data.NumericItem()} * {dice.Below(100)} / 100
            {indent}    + WS-{data.NumericItem()}
            """);

    private void Inspect(string indent) =>
        deck.Add($"""
            {indent}INSPECT WS-{data.TextItem()}
            {indent}    REPLACING ALL LOW-VALUE BY SPACE
            """);

    private void If(int paragraph, string indent, int depth)
    {
        deck.Add($"{indent}IF WS-{data.NumericItem()} {(dice.Percent(50) ? ">" : "NOT =")} {dice.Below(1_000)}");
        One(paragraph, Deeper(indent), depth + 1);
        One(paragraph, Deeper(indent), depth + 1);
        if (dice.Percent(40))
        {
            deck.Add($"{indent}ELSE");
            One(paragraph, Deeper(indent), depth + 1);
        }
        // A statement must stand between IF and END-IF, and remarks are none.
        deck.Add($"""
            {indent}   CONTINUE
            {indent}END-IF
            """);
    }

    private void Evaluate(int paragraph, string indent, int depth)
    {
        deck.Add($"{indent}EVALUATE WS-{data.TextItem()}");
        for (var when = 2 + dice.Below(4); when > 0; when--)
        {
            deck.Add($"{indent}WHEN '{(char)('A' + dice.Below(26))}{dice.Below(100):D2}'");
            One(paragraph, Deeper(indent), depth + 1);
        }
        deck.Add($"""
            {indent}WHEN OTHER
            {indent}   MOVE SPACES TO WS-{data.TextItem()}
            {indent}END-EVALUATE
            """);
    }

    private void String(string indent) =>
        deck.Add($"""
            {indent}STRING WS-{data.TextItem()} DELIMITED BY SPACE
            {indent}    ' ' WS-{data.TextItem()} DELIMITED BY SIZE
            {indent}    INTO WS-{data.TextItem()}
            {indent}END-STRING
            """);

    private static string Deeper(string indent) => indent + "   ";
}
