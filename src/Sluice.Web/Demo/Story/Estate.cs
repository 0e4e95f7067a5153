using Sluice.Handover;
using Sluice.Production.Systems;

namespace Sluice.Web.Demo.Story;

/// <summary>What the story adds to the demo's systems, and who decides about which.</summary>
/// <remarks>
/// Cards and loans stand apart: nothing of the demo's other systems needs them or is needed by them. What is booked and frozen
/// there around now is in nobody's way who tries the main path.
/// </remarks>
internal static class Estate
{
    private const string Zos = "z/OS production sysplex";
    private const string Containers = "Container platform, production";

    public static IReadOnlyList<TeamDraft> Teams { get; } =
    [
        new("cards", "Cards on z/OS", ["app-owner", "support"]),
        new("mobile", "Mobile and branch", ["app-owner", "qa"]),
        new("loans", "Loans", ["support", "qa"]),
    ];

    public static IReadOnlyList<SystemDraft> Systems { get; } =
    [
        new("cards-db", "Card accounts database (Db2)", "cards", Criticality.Critical, Zos, []),
        new("cards-online", "Card authorisation (CICS)", "cards", Criticality.Critical, Zos, ["cards-db"]),
        new("cards-batch", "Card settlement night batch", "cards", Criticality.High, Zos, ["cards-db"]),
        new("mobile-gateway", "Mobile gateway", "mobile", Criticality.High, Containers, ["cards-online"]),
        new("branch-portal", "Branch portal", "mobile", Criticality.Medium, Containers, ["cards-online"]),
        new("loan-desk", "Loan origination desk", "loans", Criticality.Medium, Containers, []),
        new("loan-batch", "Loan interest run", "loans", Criticality.Medium, Zos, []),
        new("letters", "Letters and printing", "mobile", Criticality.Low, Zos, []),
    ];

    private static readonly Dictionary<string, IReadOnlyList<string>> Owners = DemoSystems.Systems.Concat(Systems)
        .ToDictionary(system => system.Key!, system => DemoSystems.Teams.Concat(Teams).Single(team => team.Key == system.OwnerTeam).Members!);

    /// <summary>One for each seat of the approval rule, and nobody in two.</summary>
    public static IReadOnlyList<string> ApproversOf(ChangeTale change)
    {
        var seated = new List<string>();
        foreach (var system in change.SystemKeys)
            seated.Add(Owners[system].First(owner => owner != change.By && !seated.Contains(owner)));
        return [.. seated, "change-manager", .. change.IsHighRisk ? (string[])["cab-1", "cab-2"] : []];
    }

    public static string ReasonsFor(ChangeTale change) => (change.IsHighRisk, change.SystemKeys.Count > 1) switch
    {
        (true, _) => "Many depend on it, and a fault would show at once to customers. Backing out was rehearsed.",
        (false, true) => "Touches more than one system; each was tested with the other.",
        _ => "Small, tested, and backed out within the window if it has to be.",
    };

    public static string LocationOf(ArtefactKind kind, string name, string system) => kind switch
    {
        ArtefactKind.Cobol => $"PROD.{Qualifier(system)}.LOADLIB({name})",
        ArtefactKind.Copybook => $"PROD.{Qualifier(system)}.COPYLIB({name})",
        ArtefactKind.Jcl => $"PROD.{Qualifier(system)}.JCLLIB({name})",
        ArtefactKind.Proc => $"PROD.{Qualifier(system)}.PROCLIB({name})",
        ArtefactKind.ControlCard => $"PROD.{Qualifier(system)}.PARMLIB({name})",
        ArtefactKind.Ddl => $"PROD.{Qualifier(system)}.DDL({name})",
        ArtefactKind.Bms => $"PROD.{Qualifier(system)}.MAPLIB({name})",
        ArtefactKind.Csd => $"PROD.CICS.DFHCSD/{name}",
        ArtefactKind.Scheduler => $"PROD.SCHED.DEFS/{name}",
        ArtefactKind.Image => $"registry.example/{system}/{name}",
        _ => $"artefacts.example/{system}/{name}",
    };

    private static string Qualifier(string system) => system switch
    {
        "statements" => "STMT",
        "workload-scheduler" => "SCHED",
        "cics-accounts" => "ACCT",
        _ => system.Split('-')[0].ToUpperInvariant(),
    };
}
