using Sluice.Handover;
using static System.DayOfWeek;

namespace Sluice.Web.Demo.Story.Chapters;

/// <summary>Ten to six weeks ago.</summary>
internal static class SecondMonth
{
    public static IReadOnlyList<ReleaseTale> Nights { get; } =
    [
        new("settlement-1", "Settlement by scheme", "Each card scheme is settled in a run of its own.", 10, Wednesday,
        [
            new("settle-split", "Split CRDSETL by scheme", "One scheme's late file holds up all the others.",
                "cards-batch", "cobol:CRDSETL jcl:CRDSETJ proc:CRDSETP", 3, 4),
            new("settle-plan", "Plan three settlement runs instead of one", "One application for each scheme, with its own deadline.",
                "workload-scheduler", "scheduler:CRDSET1 scheduler:CRDSET2 scheduler:CRDSET3", 2, 3),
            new("settle-tables", "Settlement totals by scheme", "The totals table has no scheme today.",
                "cards-db", "ddl:CRDSET02", 2, 3),
        ]) { Course = Course.AllBackedOut, Stumbles = "settle-plan", Because = "The plan was refused: CRDSET2 waits for itself through the file transfer. Not to be mended within the window.",
             Notes = "Backed out in 55 minutes, settlement ran as before. Comes again once the plan has been extended on the test scheduler." },
        new("accounts-1", "Account transactions, new maps", "Account numbers in full length on all screens.", 10, Thursday,
        [
            new("maps-iban", "Maps show account numbers of 34 places", "Foreign accounts are cut off.",
                "cics-accounts", "bms:ACTM01 bms:ACTM02 cobol:ACTINQ", 2, 4),
            new("web-iban", "Web banking 9.1: account numbers of 34 places", "Follows the maps.",
                "web-bank", "image:web-bank:9.1.0", 2, 3) { By = "app-owner" },
        ]),
        new("settlement-2", "Settlement by scheme, second attempt", "Each card scheme is settled in a run of its own.", 8, Tuesday,
        [
            new("settle-split-2", "Split CRDSETL by scheme, with the file transfer apart", "As before, and the transfer is a job of its own.",
                "cards-batch", "cobol:CRDSETL jcl:CRDSETJ jcl:CRDXFER", 3, 4),
            new("settle-plan-2", "Plan three settlement runs and the transfers", "Extended on the test scheduler for two weeks.",
                "workload-scheduler", "scheduler:CRDSET1 scheduler:CRDSET2 scheduler:CRDSET3 scheduler:CRDXFER", 2, 3)
                { Question = ("Last time CRDSET2 waited for itself. What is different?", "The transfer is a job of its own now, and nothing waits for it but the settlement of its scheme.") },
            new("settle-tables-2", "Settlement totals by scheme", "As before.", "cards-db", "ddl:CRDSET02", 2, 3),
            new("settle-report", "Settlement report by scheme", "Finance wants the totals as they are settled.",
                "cards-batch", "cobol:CRDREP01", 1, 2) { By = "app-owner" },
        ]) { Notes = "Three settlements, the last one ended at 02:14." },
        new("mobile-413", "Mobile gateway 4.13", "Card blocking from the mobile app.", 8, Thursday,
        [
            new("block-gateway", "Mobile gateway 4.13: block and unblock a card", "A third of the calls to the service desk.",
                "mobile-gateway", "image:mobile-gateway:4.13.0", 3, 3),
            new("block-auth", "CRDAUTH honours blocks within a minute", "Blocks are read from the nightly copy today.",
                "cards-online", "cobol:CRDAUTH", 3, 5),
            new("block-portal", "Branch portal 3.1: see who blocked a card", "Branches are asked why a card does not work.",
                "branch-portal", "image:branch-portal:3.1.0"),
        ]) { Course = Course.OneBackedOut, Stumbles = "block-portal", Because = "The page of blocked cards takes 40 seconds for branches with many of them.",
             Notes = "Blocking works in the app. The branch portal went back to 3.0 and comes with the index." },
        new("loans-q", "Loans, quarterly rates", "The new quarter's rates.", 7, Monday,
        [
            new("loan-rates", "Load the interest rates of the new quarter", "The rates change every quarter.",
                "loan-batch", "script:load-rates-q.sql", 2, 4),
            new("loan-print", "Loan desk 2.9: rates with three decimals", "Some of the new rates have three.",
                "loan-desk", "image:loan-desk:2.9.0"),
        ]) { Course = Course.NotValidated, Stumbles = "loan-rates", Because = "Two of the 214 rates are last quarter's: the file came from the wrong generation of the data set.",
             Notes = "Two rates wrong and already used by the interest run, so not to be backed out. An emergency change corrects them." },
        new("loans-fix", "Loan rates, correction", "The two wrong rates and the interest computed with them.", 7, Tuesday,
        [
            new("loan-rates-fix", "Correct two interest rates and recompute 31 loans", "The quarter's rates were loaded from the wrong generation.",
                "loan-batch", "script:correct-rates.sql", 2, 5) { Kind = ChangeKind.Emergency },
        ]) { Hour = 18, Notes = "31 loans recomputed, totals agree with finance's own." },
        new("ledger-2", "General ledger, archive", "Postings older than ten years leave the ledger database.", 6, Wednesday,
        [
            new("archive-run", "Archive postings older than ten years", "Reorganisations take until six in the morning.",
                "ledger-db core-batch", "jcl:LDGARC cobol:LDGARC01", 3, 4),
            new("archive-query", "Customer desk reads archived postings", "Old postings are asked for twice a day.",
                "crm", "package:crm-web:11.6", 2, 2),
        ]) { Hour = 21 },
    ];
}
