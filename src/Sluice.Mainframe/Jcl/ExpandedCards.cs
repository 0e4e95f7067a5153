using Sluice.Mainframe.ControlCards;

namespace Sluice.Mainframe.Jcl;

/// <summary>
/// Hands what the program of an expanded step is told to whoever reads it: its PARM, and its in-stream data, which may stand in
/// the procedure or override it from the job.
/// </summary>
internal static class ExpandedCards
{
    /// <param name="step">Of which the job must not be disposed of yet, nor any member that it is made of.</param>
    /// <param name="inMember">Where to write down what stands in the member of that name.</param>
    public static void Read(ExpandedStep step, Thing by, Func<string, Findings> inMember)
    {
        if (step.Program is not { } program)
            return;
        var exec = step.Origin.At.Line;
        UtilityCards.Read(program, step.Parm, by, "", step.Source, exec, exec - 1, inMember(step.Origin.Member!));
        foreach (var dd in step.Dds)
            if (dd.Data is { } data)
                UtilityCards.Read(
                    program, step.Parm, by, dd.Name, dd.Source, data.FirstLine, data.LastLine, inMember(dd.Member));
    }
}
