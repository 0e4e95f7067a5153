using Sluice.Releases;
using Sluice.Releases.Readiness;

namespace Sluice.Web.Demo.Story.Chapters;

/// <summary>A release half run: steps done, steps under way, and one that has failed and waits for somebody's choice.</summary>
internal static class Tonight
{
    public const string Release = "tokens";

    private static readonly ChangeTale Programs = new(
        "token-auth", "Carry the card token through authorisation", "Outside this house cards are known by tokens from now on.",
        "cards-online", "copybook:CRDTRN cobol:CRDAUTH cobol:CRDTOK01", 3, 4)
    { Question = ("CRDSETL includes CRDTRN too. Why is it not in this change?", "The token uses filler at the end: CRDSETL reads the record as before. Compile listing attached.") };

    private static readonly ChangeTale Transaction = new(
        "token-csd", "Define transaction CRT2 and its program", "The gateway asks for tokens by CRT2.", "cards-online", "csd:CRDGRPT", 2, 3);

    private static readonly ChangeTale Packages = new(
        "token-bind", "Rebind the settlement packages after the token index", "The settlement reads by token and would scan the table.",
        "cards-db", "ddl:CRDIX09", 2, 4)
    { By = "app-owner" };

    private static readonly ChangeTale CutOff = new(
        "cut-off", "Move the settlement cut-off to 22:15", "The scheme moves its own by thirty minutes.",
        "cards-batch", "scheduler:CRDSET1 control-card:CRDCUT1", 2, 3);

    private static readonly ChangeTale Gateway = new(
        "token-gateway", "Mobile gateway 4.18: tokens instead of card numbers", "The app keeps no card numbers any more.",
        "mobile-gateway", "image:mobile-gateway:4.18.0", 3, 5);

    private static readonly ChangeTale Portal = new(
        "token-portal", "Branch portal 3.4: find cards by token", "Customers show the app, which shows the token.",
        "branch-portal", "image:branch-portal:3.4.0");

    private static readonly ChangeTale[] Items = [Programs, Transaction, Packages, CutOff, Gateway, Portal];

    public static void Tell(Script script)
    {
        var now = script.Days.Now;
        var begins = StoryDays.ToTheQuarter(now.AddMinutes(-105));
        script.Window(now.AddDays(-12), new(
            "cards-night", "Cards, long night", begins.AddMinutes(-15), begins.AddHours(8), StoryDays.ZoneId,
            [.. Items.SelectMany(item => item.SystemKeys).Distinct()], MaxChanges: 8, MaxRiskPoints: 32));
        foreach (var (change, place) in Items.Select((change, place) => (change, place)))
            script.Bring(change, begins, place);

        var planned = begins.AddHours(-20);
        script.Plan(Release, "Card tokens", "Outside this house cards are known by tokens, and by nothing else.", planned);
        foreach (var (change, place) in Items.Select((change, place) => (change, place)))
            script.Take(Release, change, planned.AddMinutes(2 + place));
        script.Write(Release, planned.AddMinutes(40), Runbook.For(Items));
        script.Schedule(Release, planned.AddMinutes(45), "cards-night");
        script.Say(Release, ReleasesModule.Kind, begins.AddHours(-4), "support", "The service desk is staffed until three.");
        script.Decide(Release, begins.AddMinutes(-10), GoDecision.Go, "All checks pass. Settlement ended early, so there is room to back out.");
        script.Start(Release, begins.AddMinutes(1));
        Run(script, begins.AddMinutes(2));
        script.End(stage => stage.Tells(stage.Get<Kernel.History.AddComment>().Handle(
            ReleasesModule.Kind, stage.Ref(Release), new("Is the app usable meanwhile? The branches ask."), stage.Stopping)), "stakeholder");
    }

    private static void Run(Script script, DateTimeOffset begun)
    {
        var doers = Runbook.DoersOf(Items);
        Did(Runbook.Announce, Runbook.Desk, 0, 4);
        Did(Runbook.In(Programs), doers[0], 5, 24, "CRDTRN, CRDAUTH and CRDTOK01 at level 27; NEWCOPY in four regions.");
        Did(Runbook.Check(Programs), "operations", 30, 9, "First authorisation 0.3 seconds after the NEWCOPY.");
        Did(Runbook.In(Transaction), doers[1], 40, 9);
        Did(Runbook.Check(Transaction), "operations", 50, 8);
        Did(Runbook.In(Gateway), doers[4], 58, 18, "Four of four nodes.");
        script.Step(Release, Runbook.Check(Gateway), script.Days.Now.AddMinutes(-24), "qa", "start");
        script.Step(Release, Runbook.Check(Gateway), script.Days.Now.AddMinutes(-11), "qa", "fail",
            "Test 7 of 9: every third request for a token answers 503. The other eight pass; error rate without tokens is normal.");
        Did(Runbook.In(Packages), doers[2], 59, 31, "Access path as on the test system.");
        script.Step(Release, Runbook.Check(Packages), script.Days.Now.AddMinutes(-4), "operations", "start");

        void Did(string step, string by, int from, int minutes, string? notes = null)
        {
            script.Step(Release, step, begun.AddMinutes(from), by, "start");
            script.Step(Release, step, begun.AddMinutes(from + minutes), by, "complete", notes);
        }
    }
}
