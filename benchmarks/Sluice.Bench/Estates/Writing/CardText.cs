using System.Runtime.CompilerServices;

namespace Sluice.Bench.Estates.Writing;

/// <summary>Writes an interpolated text into a deck as it is evaluated.</summary>
[InterpolatedStringHandler]
internal readonly ref struct CardText
{
    private readonly Deck deck;

    // The compiler says how much there will be; a deck grows by itself.
    public CardText(int literals, int holes, Deck deck) => this.deck = deck;

    public void AppendLiteral(string text) => deck.Append(text);

    public void AppendFormatted(string text) => deck.Append(text);

    /// <param name="alignment">Negative, as for what stands to the left of its blanks.</param>
    public void AppendFormatted(string text, int alignment)
    {
        var end = deck.Length - alignment;
        deck.Append(text);
        deck.PadTo(end);
    }

    public void AppendFormatted(char character) => deck.Append([character]);

    public void AppendFormatted(int number) => deck.Append(number, "");

    public void AppendFormatted(int number, string format) => deck.Append(number, format);
}
