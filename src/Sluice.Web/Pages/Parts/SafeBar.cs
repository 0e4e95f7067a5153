using System.Globalization;
using Sluice.Releases.Execution;

namespace Sluice.Web.Pages.Parts;

/// <summary>From now to the end of the interval: the time that is free, and the time that going back would take.</summary>
/// <param name="Free">Of the bar's width, in per cent.</param>
public sealed record SafeBar(string Words, string Free, string Back, string FreeMiddle, string BackMiddle, string FreeText, string BackText)
{
    public static SafeBar Of(Viewer viewer, ShowRun.Response run)
    {
        var (free, back) = ((run.LastSafeBackOut!.Value - run.At).TotalMinutes, (double)run.BackOutMinutes);
        var whole = Math.Max(free + back, 1);
        return new(
            $"From now, {viewer.Clock(run.At)}, to {viewer.Clock(run.Until!.Value)}: {(long)free} minutes free until {viewer.Clock(run.LastSafeBackOut.Value)}, then {run.BackOutMinutes} to back out",
            Percent(free / whole), Percent(back / whole), Percent(free / whole / 2), Percent((free + (back / 2)) / whole),
            free / whole > .12 ? $"{(long)free} free" : "", back / whole > .16 ? $"{run.BackOutMinutes} back out" : "");
    }

    private static string Percent(double part) => (part * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
