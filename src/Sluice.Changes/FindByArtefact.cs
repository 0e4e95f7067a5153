using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;

namespace Sluice.Changes;

/// <summary>Changes that carry what somebody holds in their hands: an artefact of that name, or of that SHA-256. Newest first.</summary>
/// <remarks>For the search page; a program asks the gate about an artefact.</remarks>
public sealed class FindByArtefact(AppDb db)
{
    private const string Sha256Prefix = "sha256:";
    private const int Sha256Digits = 64;

    /// <summary>The rest is found by looking for more.</summary>
    public const int Most = 50;

    /// <param name="text">The whole name, however it is written, or all 64 digits.</param>
    public async Task<IReadOnlyList<ListChanges.Item>> Handle(string text, CancellationToken ct)
    {
        var wanted = text.Trim().ToLowerInvariant();
        // Neither database knows such texts, and PostgreSQL would not even take them.
        if (Input.Text("/q", wanted, Input.LongestName).Any())
            return [];
        var digest = wanted.StartsWith(Sha256Prefix, StringComparison.Ordinal) ? wanted[Sha256Prefix.Length..] : wanted;
        var changes = db.Changes.AsNoTracking();
        changes = digest.Length == Sha256Digits && digest.All(char.IsAsciiHexDigitLower)
            ? changes.Where(change => db.Set<ChangeOfArtefact>().Any(row => row.Sha256 == digest && row.ChangeId == change.Id))
            : changes.Where(change => db.Set<ChangeOfMember>().Any(row => row.NameFolded == wanted && row.Number == change.Number));
        return await ListChanges.As(changes.OrderByDescending(change => change.Number).Take(Most)).ToListAsync(ct);
    }
}
