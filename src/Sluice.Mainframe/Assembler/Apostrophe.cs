namespace Sluice.Mainframe.Assembler;

internal static class Apostrophe
{
    /// <summary>
    /// <c>L'FIELD</c> asks for a length and opens no literal: a letter that stands by itself, then an apostrophe, then a name.
    /// </summary>
    /// <remarks>HLASM Language Reference, "Attribute references".</remarks>
    public static bool IsOfAttribute(char beforeLetter, char letter, char following) =>
        char.ToUpperInvariant(letter) is 'L' or 'T' or 'K' or 'N' or 'D' or 'I' or 'S' or 'O'
        && !char.IsLetterOrDigit(beforeLetter) && beforeLetter is not ('@' or '#' or '$' or '_' or '\'' or '&')
        && (char.IsLetter(following) || following is '&' or '@' or '#' or '$' or '_' or '*' or '=');

    public static bool IsOfAttribute(ReadOnlySpan<char> text, int at) => at > 0
        && IsOfAttribute(at > 1 ? text[at - 2] : ' ', text[at - 1], at + 1 < text.Length ? text[at + 1] : ' ');
}
