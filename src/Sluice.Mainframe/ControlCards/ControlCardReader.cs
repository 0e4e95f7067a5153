using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.ControlCards;

/// <summary>A control member read by itself: which step reads it, and so which utility, only its content tells.</summary>
internal static class ControlCardReader
{
    public static void Read(string name, SourceText source, Findings findings)
    {
        var cards = new Cards(source, 1, source.Count, new(ThingKind.ControlMember, name), findings);
        UtilityCards.Read(UtilitySigns.Of(cards), cards);
    }
}
