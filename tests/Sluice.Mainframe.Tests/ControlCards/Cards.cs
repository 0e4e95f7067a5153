using Sluice.Mainframe.ControlCards;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Tests.ControlCards;

/// <summary>Cards as a step's utility reads them, and what was found in them, each thing in a few words.</summary>
internal static class Cards
{
    public static readonly Thing Step = new(ThingKind.Step, "PAYJOB.STEP1");

    public static Findings Findings(string program, string ddName, string cards)
    {
        var source = SourceText.Of(cards);
        var findings = new Findings();
        UtilityCards.Read(program, null, Step, ddName, source, 1, source.Count, findings);
        return findings;
    }

    public static Findings Parm(string program, string? parm, string exec = "//STEP1 EXEC PGM=X")
    {
        var findings = new Findings();
        UtilityCards.Read(program, parm, Step, "", SourceText.Of(exec), 1, 0, findings);
        return findings;
    }

    public static Findings Member(string cards)
    {
        var findings = new Findings();
        ControlCardReader.Read("CARDS", SourceText.Of(cards), findings);
        return findings;
    }

    public static string Told(string program, string ddName, string cards) => Told(Findings(program, ddName, cards));

    /// <summary>Who says it is left out when it is the step.</summary>
    public static string Told(Findings findings) => string.Join(", ", findings.References.Select(found =>
        (found.From.Kind is ThingKind.Step or ThingKind.ControlMember ? "" : $"{found.From} ")
        + $"{found.Verb} {found.To}"
        + (found.Detail is { } detail ? $"({detail})" : "")
        + (found.Through is { } through ? $" via {through}" : "")
        + (found.Certainty == Certainty.Certain ? "" : "?")));
}
