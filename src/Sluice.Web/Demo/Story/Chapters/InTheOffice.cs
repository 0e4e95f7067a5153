using Sluice.Changes.Approvals;

namespace Sluice.Web.Demo.Story.Chapters;

/// <summary>What lies on people's desks: a change in each place at which one can wait.</summary>
internal static class InTheOffice
{
    private static readonly ChangeTale Dispute = new(
        "dispute", "Dispute a card payment in the branch portal", "Disputes are typed from paper.", "branch-portal", "image:branch-portal:3.5.0", 2, 3);

    private static readonly ChangeTale Fees = new(
        "fees", "Fees abroad by country group", "The scheme's fees differ by country.", "cards-batch", "cobol:CRDFEE01 copybook:CRDFEE", 3, 3);

    private static readonly ChangeTale Partition = new(
        "partition", "Partition the authorisation log by month", "The log is reorganised as a whole and takes the night.", "cards-db", "ddl:CRDLOG02", 3, 5);

    private static readonly ChangeTale Pin = new(
        "pin", "Change the PIN in the mobile app", "Letters with PINs are costly and late.", "mobile-gateway", "image:mobile-gateway:4.20.0", 3, 5);

    private static readonly ChangeTale Region = new(
        "region", "A fifth authorisation region", "Friday evenings are at the limit.", "cards-online", "csd:CRDGRP5", 2, 4);

    private static readonly ChangeTale Scan = new(
        "scan", "Loan desk 2.11: scan payslips", "Payslips are typed.", "loan-desk", "image:loan-desk:2.11.0", 2, 2);

    private static readonly ChangeTale Letters = new(
        "letters", "Letters to cardholders in three languages", "Every tenth cardholder writes in another language.", "cards-batch", "cobol:CRDLET01", 1, 2);

    public static void Tell(Script script)
    {
        var now = script.Days.Now;
        Asked(Dispute, 9, now.AddHours(-5));
        Asked(Fees, 10, now.AddDays(-2));
        script.Assess(Fees, now.AddDays(-2).AddHours(4));
        Asked(Partition, 11, now.AddDays(-4));
        script.Assess(Partition, now.AddDays(-3));
        script.Test(Partition, now.AddDays(-2).AddHours(-3));
        script.Approve(Partition, now.AddDays(-1), Estate.ApproversOf(Partition).Take(2));
        Asked(Pin, 13, now.AddDays(-6));
        script.Decide(Pin, now.AddDays(-5), "risk-reviewer", Ruling.RequestInformation, "Where is the PIN while it travels, and who has looked at that?");
        Asked(Region, 14, now.AddDays(-8));
        script.Assess(Region, now.AddDays(-7));
        script.Decide(Region, now.AddDays(-6), "change-manager", Ruling.Defer, "After the capacity review, which is in two weeks.", until: now.AddDays(9));
        Asked(Scan, 15, now.AddDays(-5));
        script.Hold(Scan, now.AddDays(-2).AddHours(-1), "Until the loan audit has ended.");
        Draft(Letters, 16, now.AddHours(-2));

        void Asked(ChangeTale change, int wanted, DateTimeOffset at)
        {
            Draft(change, wanted, at);
            script.Submit(change, at.AddMinutes(6));
        }

        void Draft(ChangeTale change, int wanted, DateTimeOffset at) =>
            script.Draft(change, at, script.Days.At(wanted, 21), script.Days.At(wanted, 21).AddHours(5));
    }
}
