using Sluice.Production.Calendar;
using Sluice.Production.Systems;

namespace Sluice.Web.Demo.Story.Chapters;

/// <summary>What there is before the first change.</summary>
internal static class Foundations
{
    public static void Tell(Script script)
    {
        var at = script.Days.Beginning;
        foreach (var team in Estate.Teams)
            script.Add(Next(), "admin", stage => stage.Tells(stage.Get<AddTeam>().Handle(team, stage.Stopping)));
        foreach (var system in Estate.Systems)
            script.Add(Next(), "admin", stage => stage.Tells(stage.Get<AddSystem>().Handle(system, stage.Stopping)));
        script.Add(Next(), "admin", stage => stage.Tells(stage.Get<AddCustomer>().Handle(
            new("cardholders", "Cardholders", ["cards-online", "mobile-gateway", "branch-portal"]), stage.Stopping)));

        DateTimeOffset Next()
        {
            var next = at;
            at = at.AddMinutes(2);
            return next;
        }
    }

    public static void Window(this Script script, DateTimeOffset at, WindowDraft window) => script.Add(
        at, "production-control", stage => stage.Tells(stage.Get<AddWindow>().Handle(window, stage.Stopping)));

    public static void Freeze(this Script script, DateTimeOffset at, FreezeDraft freeze) => script.Add(
        at, "production-control", stage => stage.Tells(stage.Get<AddFreeze>().Handle(freeze, stage.Stopping)));
}
