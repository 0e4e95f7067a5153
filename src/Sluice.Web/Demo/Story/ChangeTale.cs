using System.Security.Cryptography;
using System.Text;
using Sluice.Changes;
using Sluice.Handover;
using Sluice.Kernel.Http;

namespace Sluice.Web.Demo.Story;

/// <summary>One change of the story. What its plans and steps say follows from what moves.</summary>
/// <param name="Key">What the story calls it; its steps are named after it.</param>
/// <param name="Systems">Keys, with blanks between.</param>
/// <param name="Moves">Kind and name of each artefact: <c>cobol:CRDAUTH copybook:CRDTRN</c>.</param>
internal sealed record ChangeTale(
    string Key, string Title, string Reason, string Systems, string Moves, int Likelihood = 2, int Impact = 2)
{
    private const int HighFrom = 13;

    public string By { get; init; } = "requester";

    public ChangeKind Kind { get; init; } = ChangeKind.Normal;

    /// <summary>How many days after its release the requested window ends.</summary>
    public int Patience { get; init; } = 3;

    /// <summary>What the risk reviewer asks before assessing it, and what is answered.</summary>
    public (string Asked, string Answered)? Question { get; init; }

    /// <summary>Why the change manager puts it off for a day.</summary>
    public string? PutOff { get; init; }

    public IReadOnlyList<string> SystemKeys => Systems.Split(' ');

    public bool IsHighRisk => Likelihood * Impact >= HighFrom;

    public bool IsHost => Practice.IsHost(Artefacts[0].Kind!.Value);

    public Practice Practice => Practice.Of(Artefacts[0].Kind!.Value);

    public string Named => string.Join(", ", Artefacts.Select(artefact => artefact.Name));

    public IReadOnlyList<ArtefactDraft> Artefacts =>
    [
        .. Moves.Split(' ').Select(moved => moved.Split(':', 2)).Select(moved =>
        {
            var kind = Wire.Parse<ArtefactKind>(moved[0])!.Value;
            var location = Estate.LocationOf(kind, moved[1], SystemKeys[0]);
            return new ArtefactDraft(kind, moved[1], location, Sha256(location), By);
        }),
    ];

    public ContentDraft Draft(DateTimeOffset from, DateTimeOffset until) => new(
        Title, Reason, Kind, SystemKeys, Customers: [], SecurityImpact.None, DependsOn: [], Artefacts,
        ImplementationPlan: Said(Practice.BringIn) + ". " + Said(Practice.Verify) + ".",
        TestPlan: Practice.Test, BackoutPlan: Said(Practice.BackOut) + $". It takes {Practice.Minutes} minutes and was rehearsed.",
        new(from, until));

    public string Said(string sentence) => string.Format(null, CompositeFormat.Parse(sentence), Named);

    /// <summary>Of nothing that exists: but each its own, and the same each time.</summary>
    public string Sha256(string of) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key + ' ' + of)));
}
