using Sluice.Handover;
using static System.DayOfWeek;

namespace Sluice.Web.Demo.Story.Chapters;

/// <summary>Thirteen to ten weeks ago.</summary>
internal static class FirstMonth
{
    public static IReadOnlyList<ReleaseTale> Nights { get; } =
    [
        new("limits", "Card limits, first part", "Limits are read from one table instead of three programs.", 13, Tuesday,
        [
            new("limit-table", "Add table CARD_LIMIT with its index", "Limits are in three programs today; the table comes first.",
                "cards-db", "ddl:CRDLIM01", 2, 3),
            new("limit-copy", "Widen the limit field in CRDTRN to nine digits", "Business cards have limits that do not fit.",
                "cards-online cards-batch", "copybook:CRDTRN cobol:CRDAUTH cobol:CRDSETL", 3, 4)
                { Question = ("Which programs include CRDTRN and are not in this change?", "None: the cross-reference lists CRDAUTH, CRDSETL and the test driver, which does not go to production.") },
            new("limit-gateway", "Mobile gateway 4.12: limits of nine digits", "Shows the limits that the widened field can hold.",
                "mobile-gateway", "image:mobile-gateway:4.12.0"),
        ]),
        new("payments-4", "Payments API, instant transfers", "Instant transfers are confirmed within ten seconds.", 13, Thursday,
        [
            new("instant-api", "Payments API 7.3: confirm instant transfers", "The scheme's rulebook asks for it from this quarter on.",
                "payments-api", "image:payments-api:7.3.0", 3, 5),
            new("instant-ledger", "Index on transfers by confirmation time", "The confirmations are looked up by time.",
                "ledger-db", "ddl:LDGIX17", 2, 4) { By = "app-owner" },
        ]) { Notes = "Confirmations within three seconds from the first minute." },
        new("batch-eom", "Night batch before month end", "The month end runs with the new sort steps.", 12, Wednesday,
        [
            new("eom-sort", "Sort the postings by branch before the interest step", "Saves forty minutes of the critical path at month end.",
                "core-batch", "control-card:SRTPOST jcl:EOMINT", 2, 4),
            new("eom-deadline", "Move the deadline of EOMINT to 04:10", "Follows from the shorter sort.",
                "workload-scheduler", "scheduler:EOMINT"),
            new("eom-stmt", "Statements print the value date of instant transfers", "Customers ask the branches for it.",
                "statements", "cobol:STMPRT01", 2, 2),
            new("eom-loans", "Interest run writes its totals to the control file", "Finance compares them by hand until now.",
                "loan-batch", "cobol:LONINT02 jcl:LONINT", 2, 2),
        ]) { Course = Course.OneStepTwice, Stumbles = "eom-sort", Because = "EOMINT ended with a JCL error: SORTWK02 was missing in the copied member. Corrected member copied, step repeated.",
             Notes = "All in production. The first copy of EOMINT was not the reviewed one: raised with the library team." },
        new("portal-3", "Branch portal and loan desk", "Card search for branches, and the new income form.", 11, Tuesday,
        [
            new("portal-search", "Branch portal 3.0: search cards by customer", "Branches search by card number only, which customers do not have with them.",
                "branch-portal", "image:branch-portal:3.0.0", 2, 3) { By = "app-owner" },
            new("loan-income", "Loan desk 2.8: second income on one form", "Half of the applications have two incomes and are typed twice.",
                "loan-desk", "image:loan-desk:2.8.0"),
            new("crm-address", "Customer desk: addresses checked while typed", "Every ninth letter comes back.",
                "crm", "package:crm-web:11.4", 2, 2),
        ]),
        new("auth-hotfix", "Card authorisation, timeouts", "Authorisations answer again within two seconds.", 11, Friday,
        [
            new("auth-timeout", "Raise MAXTASKS of the authorisation regions and restore the index",
                "Authorisations time out since 16:40: tasks queue up behind a table scan.",
                "cards-online", "csd:CRDGRP1 ddl:CRDIX03", 3, 5) { Kind = ChangeKind.Emergency },
        ]) { Hour = 19, Notes = "Answer times normal since 19:25. The index had been dropped with last Tuesday's reorganisation." },
    ];
}
