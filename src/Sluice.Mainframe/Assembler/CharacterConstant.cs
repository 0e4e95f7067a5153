namespace Sluice.Mainframe.Assembler;

internal static class CharacterConstant
{
    /// <returns>What is in the first <c>CL8'PAY01'</c> or <c>C'PAY01'</c>; empty when the operand is none.</returns>
    /// <remarks>
    /// HLASM Language Reference, chapter "Assembler instruction statements", section "DC instruction", character constant.
    /// </remarks>
    public static ReadOnlySpan<char> In(ReadOnlySpan<char> operand)
    {
        var type = operand.TrimStart("0123456789");
        if (type is not (['C' or 'c', ..]) || type.IndexOf('\'') is not (> 0 and var open) || type[1..open].ContainsAny("',(="))
            return default;
        var rest = type[(open + 1)..];
        return rest.IndexOf('\'') is > 0 and var close ? rest[..close].Trim(' ') : default;
    }
}
