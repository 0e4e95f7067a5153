using Sluice.Changes;

namespace Sluice.Web.Demo.Story.Chapters;

/// <summary>What is planned: a release whose authorization has gone with an edit, a conflict, and a freeze in force.</summary>
internal static class Ahead
{
    public const string Release = "messages";

    private static readonly ChangeTale Contactless = new(
        "contactless", "Contactless limit from the scheme's table", "The scheme changes the limit without asking us.",
        "cards-online", "cobol:CRDAUTH control-card:CRDLMT2", 3, 3)
    { Patience = 5 };

    private static readonly ChangeTale Renewals = new(
        "renewals", "Renewals skip cards that have been blocked for a year", "Nobody collects them.", "cards-batch", "cobol:CRDREN01", 2, 2);

    private static readonly ChangeTale Push = new(
        "push", "Mobile gateway 4.19: a message for each payment", "Asked for most often.", "mobile-gateway", "image:mobile-gateway:4.19.0", 2, 3);

    /// <summary>Nobody has put it into a release, and it wants the very night.</summary>
    private static readonly ChangeTale Certificates = new(
        "certificates", "Renew the gateway's certificates", "They expire in three weeks.", "mobile-gateway", "script:renew-gateway.sh", 2, 3);

    private static readonly ChangeTale Batch = new(
        "next-report", "Settlement report for the new scheme", "The new scheme settles from next month on.", "cards-batch", "cobol:CRDREP02 jcl:CRDREPJ", 2, 2);

    public static void Tell(Script script)
    {
        var days = script.Days;
        var from = days.At(4, 20);
        script.Window(days.Now.AddDays(-11), new(
            "cards-evening", "Cards and mobile, evening", from, from.AddHours(6), StoryDays.ZoneId,
            ["cards-online", "cards-batch", "cards-db", "mobile-gateway", "branch-portal"], MaxChanges: 5, MaxRiskPoints: 16));
        script.Freeze(days.Now.AddDays(-20), new(
            "loan-audit", "Loan audit", days.At(-1, 6), days.At(3, 20), StoryDays.ZoneId, ["loan-desk", "loan-batch"],
            "The auditors compare the loans with the extract of last night: nothing moves until they have finished."));

        Approved(script, Contactless, from, 5);
        Approved(script, Push, from, 4);
        Asked(script, Renewals, from, 3);
        Approved(script, Certificates, from, 3);
        script.Plan(Release, "Cards and mobile, payment messages", "Payments announced in the app; limits as the scheme sets them.", days.Now.AddDays(-1).AddHours(-2));
        foreach (var (change, place) in ((ChangeTale[])[Contactless, Push, Renewals]).Select((change, place) => (change, place)))
            script.Take(Release, change, days.Now.AddDays(-1).AddMinutes(-90 + place));
        script.Write(Release, days.Now.AddDays(-1).AddMinutes(-60), Runbook.For([Contactless, Push, Renewals]));
        script.Schedule(Release, days.Now.AddDays(-1).AddMinutes(-50), "cards-evening");

        // After its approval, and so the approval stands for something that is not there any more.
        script.Edit(Contactless, days.Now.AddMinutes(-190), new ContentDraft(
            BackoutPlan: "Copy the former CRDAUTH back and NEWCOPY. The former limit has to be typed into CRDLMT2 by hand: the scheme's table keeps no history."));
        script.Say(Contactless.Key, ChangesModule.Kind, days.Now.AddMinutes(-180), "requester",
            "The table keeps no history, so backing out is not what I had written. Please look at it once more.");

        script.Plan("next", "Settlement, new scheme", "The new scheme's first settlement.", days.Now.AddHours(-20));
        var later = days.At(12, 22);
        script.Draft(Batch, days.Now.AddDays(-2), later, later.AddHours(5));
        script.Submit(Batch, days.Now.AddDays(-2).AddMinutes(5));
        script.Take("next", Batch, days.Now.AddHours(-19));
    }

    private static void Approved(Script script, ChangeTale change, DateTimeOffset from, int daysAgo)
    {
        Asked(script, change, from, daysAgo);
        script.Test(change, script.Days.Now.AddDays(-daysAgo).AddHours(6));
        script.Approve(change, script.Days.Now.AddDays(-daysAgo).AddHours(8), Estate.ApproversOf(change));
    }

    private static void Asked(Script script, ChangeTale change, DateTimeOffset from, int daysAgo)
    {
        var at = script.Days.Now.AddDays(-daysAgo);
        script.Draft(change, at, from.AddHours(-1), from.AddHours(7));
        script.Submit(change, at.AddMinutes(4));
        script.Assess(change, at.AddHours(3));
    }
}
