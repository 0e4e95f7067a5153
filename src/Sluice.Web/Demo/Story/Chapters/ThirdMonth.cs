using Sluice.Handover;
using static System.DayOfWeek;

namespace Sluice.Web.Demo.Story.Chapters;

/// <summary>Five weeks ago to last week.</summary>
internal static class ThirdMonth
{
    private static readonly ChangeTale PortalIndex = new(
        "portal-index", "Index on card blocks by branch", "The branch portal takes 40 seconds for large branches.",
        "cards-db", "ddl:CRDIX07", 2, 2)
    { Patience = 12 };

    private static readonly ChangeTale PortalAgain = new(
        "portal-again", "Branch portal 3.2: see who blocked a card", "Now with the index; 3.1 had to go back.",
        "branch-portal", "image:branch-portal:3.2.0")
    { Patience = 12 };

    private static readonly ChangeTale Archive = new(
        "stmt-archive", "Statements in the archive from the same night", "They arrive a day late.",
        "statements", "jcl:STMARC control-card:STMARC1", 2, 3)
    { Patience = 12 };

    public static IReadOnlyList<ReleaseTale> Nights { get; } =
    [
        new("branches-1", "Branches, who blocked a card", "The branch portal says who blocked a card, in good time.", 5, Thursday,
            [PortalIndex, PortalAgain, Archive])
            { Course = Course.CalledOff, Because = "The data centre tests its emergency power tonight, which was announced this afternoon." },
        new("branches-2", "Branches, who blocked a card", "The branch portal says who blocked a card, in good time.", 4, Tuesday,
            [PortalIndex, PortalAgain, Archive]) { Notes = "A week late through no fault of its own. Large branches wait half a second." },
        new("payments-5", "Payments API, payee check", "The payee's name is checked before a transfer.", 4, Thursday,
        [
            new("payee-api", "Payments API 7.5: check the payee's name", "Law from next month on.",
                "payments-api", "image:payments-api:7.5.0", 3, 5)
                { Question = ("What happens when the other bank does not answer?", "After two seconds the transfer goes on and says that the name could not be checked.") },
            new("payee-web", "Web banking 9.3: show the result of the payee check", "Law from next month on.",
                "web-bank", "image:web-bank:9.3.0", 2, 3),
            new("payee-portal", "Card portal 5.2: the same for card top-ups", "The same rule holds for top-ups.",
                "card-portal", "image:card-portal:5.2.0"),
        ]),
        new("batch-sched", "Night batch, new calendar", "Next year's holidays in the scheduler's calendars.", 3, Wednesday,
        [
            new("sched-holidays", "Load next year's holidays", "Every year in November.", "workload-scheduler", "scheduler:CAL2027", 1, 4),
            new("core-cutoff", "Core batch begins at 21:45 before holidays", "The transfer partners close earlier.",
                "core-batch", "scheduler:COREPRE control-card:CORECUT", 2, 4) { PutOff = "The partners' closing times are confirmed tomorrow." },
            new("acct-dormant", "Mark accounts dormant after three years", "The law says three years, the program five.",
                "cics-accounts", "cobol:ACTDRM01 copybook:ACTREC", 3, 3) { By = "app-owner" },
        ]),
        new("mobile-415", "Mobile gateway 4.15 and 4.16", "Card details in the app, with a second factor.", 2, Tuesday,
        [
            new("details-gateway", "Mobile gateway 4.16: card details after a second factor", "Customers copy the number from the plastic.",
                "mobile-gateway", "image:mobile-gateway:4.16.0", 3, 4),
            new("details-auth", "Transaction CRD9 for card details", "Asked by the gateway, and by nobody else.",
                "cards-online", "csd:CRDGRP9 cobol:CRDDET01", 3, 4),
            new("details-log", "Log each look at card details", "Demanded by the security review.", "cards-db", "ddl:CRDLOG01", 1, 3) { By = "app-owner" },
        ]) { Course = Course.OneStepTwice, Stumbles = "details-auth", Because = "Group CRDGRP9 was installed in three of four regions: the fourth was being recycled. Installed there afterwards.",
             Notes = "In all four regions by 23:40." },
        new("stmt-fix", "Statements, doubled pages", "Statements without doubled pages before they are mailed.", 2, Friday,
        [
            new("stmt-double", "STMPRT01 skips the page already printed", "2,300 statements have their second page twice; mailing is at five in the morning.",
                "statements", "cobol:STMPRT01", 2, 4) { Kind = ChangeKind.Emergency },
        ]) { Hour = 20, Notes = "Printed again and mailed in time." },
        new("quarter-1", "Cards and loans, last before the quarter's end", "What has to be in before the loan audit.", 1, Tuesday,
        [
            new("audit-extract", "Extract for the loan audit", "The auditors ask for it in their format.", "loan-batch", "jcl:LONAUD cobol:LONAUD01", 1, 2),
            new("desk-210", "Loan desk 2.10: reasons for refusals", "Refusals are explained by letter today.", "loan-desk", "image:loan-desk:2.10.0", 2, 3),
            new("card-expiry", "Renewal run ninety days before expiry", "Cards arrive after the old ones have expired.", "cards-batch", "control-card:CRDREN1 scheduler:CRDREN", 2, 2),
            new("token-tables", "Tables for card tokens", "Cards are to be known by tokens outside this house.", "cards-db", "ddl:CRDTOK01", 2, 3),
        ]),
    ];
}
