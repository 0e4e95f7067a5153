namespace Sluice.Handover;

public enum ChangeKind { Standard, Normal, Emergency, Latent }

public enum Risk { Low, Medium, High }

public static class RiskPoints
{
    /// <summary>What a change takes of a window's capacity: low 1, medium 3, high 8; nothing before it is assessed.</summary>
    public static int Points(this Risk? risk) => risk switch
    {
        Risk.Low => 1,
        Risk.Medium => 3,
        Risk.High => 8,
        _ => 0,
    };
}

/// <summary>What kind of thing moves.</summary>
public enum ArtefactKind
{
    Cobol, Copybook, Jcl, Proc, Bms, Ddl, ControlCard, Csd, Scheduler, Package, Image, Script, Other,
}

/// <summary>The thing that moves.</summary>
/// <param name="Location">Where it goes: a library, a registry, a path.</param>
/// <param name="Sha256">64 lower-case hex digits: what runs must be what was approved.</param>
/// <param name="Author">The account of who made it, when it is known here; an author does not implement their own work.</param>
public sealed record Artefact(ArtefactKind Kind, string Name, string Location, string Sha256, string? Author = null);

public enum EvidenceKind { TestResult, PeerReview, Scan, LoadTest, BackoutTest, SignOff, Other }

/// <param name="Sha256">64 lower-case hex digits.</param>
public sealed record EvidenceNamed(EvidenceKind Kind, string Sha256);
