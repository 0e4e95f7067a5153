using System.Buffers;
using Sluice.Mainframe.Commands;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Assembler;

// HLASM Language Reference, chapter "Assembler instruction statements", section "DC instruction" (address constants, type V: an
// external symbol that is branched to), and chapter "Coding and structure", section "Literals".
internal sealed partial class AssemblerMember
{
    private const int LongestProgramName = 8;

    private static readonly SearchValues<char> Modifiers = SearchValues.Create("LlDdYy0123456789.SE");

    // What a field holds, and where its label is.
    private readonly Dictionary<string, (string Content, Place At)> names = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> fields = new(StringComparer.OrdinalIgnoreCase);

    private void Constants(ReadOnlySpan<char> operands)
    {
        foreach (var operand in Operands.Of(operands))
            ExternalAddresses(operand.Text, operand.Start);
        if (statements.Label is { IsEmpty: false } label
            && CharacterConstant.In(operands) is { Length: > 0 and <= LongestProgramName } content && IsName(content))
            names[label.Upper()] = (content.Upper(), statements.LabelAt);
    }

    /// <summary>Literals among the operands of any instruction: <c>L 15,=V(PAY01)</c>.</summary>
    private void Literals(ReadOnlySpan<char> operands)
    {
        var inText = false;
        for (var from = 0; operands[from..].IndexOfAny('=', '\'') is >= 0 and var next; from += next + 1)
        {
            var sign = from + next;
            if (operands[sign] == '\'')
                inText = !inText && !Apostrophe.IsOfAttribute(operands, sign);
            // Behind a name it belongs to a keyword, as in EP=PAY01.
            else if (!inText && (sign == 0 || !IsOfName(operands[sign - 1])))
                ExternalAddresses(operands[(sign + 1)..], sign + 1);
        }

        static bool IsOfName(char character) => char.IsAsciiLetterOrDigit(character) || character is '@' or '#' or '$' or '_';
    }

    /// <summary>An address constant of type V with its duplication factor and length: <c>V(A,B)</c>, <c>2VL4(A)</c>.</summary>
    private void ExternalAddresses(ReadOnlySpan<char> constant, int offset)
    {
        var type = constant.TrimStart("0123456789");
        if (type is not (['V' or 'v', ..]) || type.IndexOf('(') is not (> 0 and var open)
            || type[1..open].ContainsAnyExcept(Modifiers))
            return;
        var start = offset + constant.Length - type.Length + open;
        var close = type.IndexOf(')');
        foreach (var symbol in Operands.OfList(type[open..(close < 0 ? type.Length : close + 1)], start))
            if (IsName(symbol.Text))
            {
                called.Add(symbol.Text.Upper());
                Refer(Verb.Calls, ThingKind.Program, symbol.Text, statements.At(symbol.Start));
            }
    }

    /// <summary>What is in a field that names a program from its beginning: it may be there still when it is looked at.</summary>
    private void KeepNames()
    {
        foreach (var field in fields)
            if (names.TryGetValue(field, out var held))
                findings.Assign(new(
                    field, AssignedBy.Value, held.Content, null, held.At, OneLine.Of(statements.Field(held.At.Line))));
    }
}
