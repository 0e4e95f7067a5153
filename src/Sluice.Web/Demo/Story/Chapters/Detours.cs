using Sluice.Changes;
using Sluice.Changes.Approvals;

namespace Sluice.Web.Demo.Story.Chapters;

/// <summary>Changes that came to nothing, and what was said about some of the others.</summary>
internal static class Detours
{
    private static readonly ChangeTale Weekend = new(
        "no-verify", "Skip the balance check of the settlement on weekends", "The check takes twenty minutes.",
        "cards-batch", "jcl:CRDSETJ", 4, 4);

    private static readonly ChangeTale Direct = new(
        "direct-sql", "Let the branch portal read the card tables directly", "The transaction is slow on Mondays.",
        "branch-portal cards-db", "image:branch-portal:3.1.5", 4, 5);

    private static readonly ChangeTale Fax = new(
        "fax", "Renew the certificate of the fax gateway", "It expires at the end of the month.", "crm", "script:renew-fax.sh", 1, 1);

    private static readonly ChangeTale Rates = new(
        "fx-hourly", "Exchange rates every hour", "Cards abroad are charged at the morning's rate.", "cards-batch", "jcl:CRDFX scheduler:CRDFX", 2, 3);

    public static void Tell(Script script)
    {
        var days = script.Days;
        Rejected(script, Weekend, days.Evening(9, DayOfWeek.Thursday, 22), "app-owner",
            "A settlement without its balance check cannot be reconciled on Monday. Make the check faster instead.");
        Rejected(script, Direct, days.Evening(3, DayOfWeek.Monday, 22), "change-manager",
            "Going around card authorisation was refused by the security review. Index the transaction's query instead.");

        var fax = days.Evening(6, DayOfWeek.Monday, 22);
        script.Draft(Fax, StoryDays.WorkingDay(fax, 5, 11), fax, fax.AddDays(2));
        script.Submit(Fax, StoryDays.WorkingDay(fax, 5, 11, 10));
        script.Cancel(Fax, StoryDays.WorkingDay(fax, 3, 9), "The fax gateway is switched off instead.");

        var rates = days.Evening(5, DayOfWeek.Monday, 22);
        script.Draft(Rates, StoryDays.WorkingDay(rates, 5, 13), rates, rates.AddDays(4));
        script.Submit(Rates, StoryDays.WorkingDay(rates, 5, 13, 5));
        script.Decide(Rates, StoryDays.WorkingDay(rates, 4, 9), "risk-reviewer", Ruling.RequestInformation,
            "Who delivers rates at night, and what happens when none come?");
        script.Cancel(Rates, StoryDays.WorkingDay(rates, 2, 9), "The supplier delivers twice a day at most.");

        Said(script, "auth-timeout", 10, DayOfWeek.Monday, "cab-1", "Seen in the CAB. Reorganisations are to keep their indexes: who changes the procedure?");
        Said(script, "auth-timeout", 10, DayOfWeek.Tuesday, "operations", "Done: the reorganisation job compares the catalogue before and after.");
        Said(script, "loan-rates-fix", 6, DayOfWeek.Monday, "cab-2", "Seen in the CAB. The generation is to be part of the evidence from now on.");
        Said(script, "payee-api", 3, DayOfWeek.Monday, "stakeholder", "Two complaints in the first weekend, both about nicknames.");
    }

    private static void Rejected(Script script, ChangeTale change, DateTimeOffset night, string by, string why)
    {
        script.Draft(change, StoryDays.WorkingDay(night, 6, 9), night, night.AddDays(3));
        script.Submit(change, StoryDays.WorkingDay(night, 6, 9, 20));
        script.Assess(change, StoryDays.WorkingDay(night, 5, 15));
        script.Decide(change, StoryDays.WorkingDay(night, 4, 10), by, Ruling.Reject, why);
    }

    private static void Said(Script script, string change, int weeksAgo, DayOfWeek day, string by, string text) =>
        script.Say(change, ChangesModule.Kind, script.Days.Evening(weeksAgo, day, 11), by, text);
}
