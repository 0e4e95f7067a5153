using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.ControlCards;

/// <summary>The card images that a utility reads, on behalf of what, and where its reader writes down what they say.</summary>
/// <param name="First">Line of the member that the first card stands on.</param>
/// <param name="Last">Line of the last card; before <paramref name="First"/> when there is none.</param>
/// <param name="From">The step, or the control member that is read by itself.</param>
internal readonly record struct Cards(SourceText Source, int First, int Last, Thing From, Findings Findings)
{
    /// <summary>Columns 73–80 are the sequence number.</summary>
    public const int LastColumn = 72;

    public ReadOnlySpan<char> this[int line] => Upto(line, LastColumn);

    public ReadOnlySpan<char> Upto(int line, int column) =>
        Source[line] is var card && card.Length > column ? card[..column].TrimEnd(' ') : card;

    public CardStatement Statement() => new(From, Findings);
}
