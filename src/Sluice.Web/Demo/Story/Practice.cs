using Sluice.Handover;

namespace Sluice.Web.Demo.Story;

/// <summary>How a shop brings one kind of artefact into production, and out again. {0} is what moves.</summary>
/// <param name="Minutes">What bringing it in takes.</param>
internal sealed record Practice(string BringIn, string Verify, string BackOut, string Test, int Minutes)
{
    /// <summary>Whether it is z/OS that the work is done on.</summary>
    public static bool IsHost(ArtefactKind kind) => kind is not (ArtefactKind.Image or ArtefactKind.Package or ArtefactKind.Script);

    public static Practice Of(ArtefactKind kind) => kind switch
    {
        ArtefactKind.Cobol => new(
            "Copy {0} from staging to production and NEWCOPY",
            "Compare the link dates of {0} in all regions and run the first transaction",
            "Copy {0} back from the back-out library and NEWCOPY",
            "Regression suite on the test sysplex with the load modules of the staging library; abends and return codes compared.", 15),
        ArtefactKind.Copybook => new(
            "Copy {0} and the recompiled programs to production",
            "Compare compile listings and record lengths of {0}",
            "Restore {0} and the programs from the back-out libraries",
            "All including programs recompiled; record layouts compared field by field with last month's files.", 20),
        ArtefactKind.Jcl or ArtefactKind.Proc => new(
            "Copy {0} to the production procedure library",
            "Run {0} with TYPRUN=SCAN and check the data sets it names",
            "Copy the former {0} from the back-out library",
            "Run twice on the test sysplex, once with an empty input file.", 10),
        ArtefactKind.Ddl => new(
            "Apply {0}, RUNSTATS, and rebind the packages",
            "Compare access paths of {0} with those of the test system",
            "Rebind the former packages with SWITCH(PREVIOUS) and undo {0}",
            "Applied to last night's copy of production; access paths and elapsed times compared.", 25),
        ArtefactKind.ControlCard => new(
            "Copy control card {0} to the production parameter library",
            "List {0} and compare it with what was reviewed",
            "Copy the former {0} from the back-out library",
            "Sort and unload run with the new card on a copy of yesterday's file; counts agree.", 10),
        ArtefactKind.Csd => new(
            "Load the definitions of {0} with DFHCSDUP and install the group",
            "Inquire {0} in all regions and run it once",
            "Discard {0} and install the former group",
            "Group installed in the test regions; transactions run under their own user.", 10),
        ArtefactKind.Scheduler => new(
            "Load {0} into the current plan",
            "Show {0} in the plan with predecessors and deadline",
            "Load the former {0} into the current plan",
            "Plan extended on the test scheduler; critical path and deadlines compared.", 10),
        ArtefactKind.Bms => new(
            "Copy map set {0} to production and NEWCOPY",
            "Show map {0} on a terminal of each model",
            "Copy the former map set {0} and NEWCOPY",
            "Maps shown on all terminal models that the branches have.", 10),
        ArtefactKind.Image or ArtefactKind.Package => new(
            "Roll {0} out, one node after the other",
            "Smoke test of {0} against production, error rate and latency for ten minutes",
            "Roll out the version before {0}",
            "Regression and contract tests in the pipeline; a soak of two hours under yesterday's load.", 15),
        _ => new(
            "Run {0} and keep its output",
            "Check the counts that {0} printed",
            "Run the reversing part of {0}",
            "Run on last night's copy of production.", 10),
    };
}
