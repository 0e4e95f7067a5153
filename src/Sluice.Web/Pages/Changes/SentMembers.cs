using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using Sluice.Changes;
using Sluice.Handover;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Mainframe;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Changes;

/// <summary>
/// Members out of a folder, as artefacts: kind, name, library and SHA-256, the same as the command line makes of them. Their
/// contents are read and not kept.
/// </summary>
public static class SentMembers
{
    /// <summary>In bytes.</summary>
    public const long LargestTogether = 64 * 1024 * 1024;

    public const int Most = ContentDraft.MostArtefacts;

    // Enough to tell what a member is; the digest is of everything.
    private const int Beginning = 256 * 1024;

    /// <param name="Artefacts">All lines of the field, with what was added.</param>
    /// <param name="Kinds">"12 COBOL, 3 JCL"</param>
    public sealed record Added(string Artefacts, int Count, int Replaced, string Kinds);

    public static async Task<Outcome<IReadOnlyList<Artefact>>> Read(
        IReadOnlyList<IFormFile> files, string? library, string? author, CancellationToken ct)
    {
        // Hidden files and folders belong to tools.
        var seen = files.Where(file => !PartsOf(file).Any(part => part.StartsWith('.'))).ToList();
        if (seen.Count == 0)
            return Reason.Invalid("members.missing", ChangeWords.ChooseAFolder, "/members");
        if (seen.Count > Most)
            return Reason.Invalid("list.too-long", Sentence.Of(ChangeWords.AtMostMembers, Most, seen.Count), "/members");
        var members = new List<Artefact>();
        foreach (var file in seen)
        {
            if (LibraryOf(file, library) is not { } place)
                return Reason.Invalid("members.library-missing", ChangeWords.SayWhichLibrary, "/memberLibrary");
            members.Add(await Member(file, place, author, ct));
        }
        var twins = members.CountBy(member => Sentence.Of(ChangeWords.MemberIn, member.Name, member.Location))
            .Where(count => count.Value > 1).Select(count => count.Key);
        return string.Join("; ", twins) is { Length: > 0 } places
            ? Reason.Invalid("members.twins", Sentence.Of(ChangeWords.OneMemberOfAName, places), "/members")
            : members;
    }

    /// <summary>One of the same name and library is replaced; the other lines stay as they were typed.</summary>
    public static Added Into(string? typed, IReadOnlyList<Artefact> members)
    {
        var places = members.Select(member => (member.Name, member.Location)).ToHashSet();
        var before = ArtefactLines.Without(typed, new HashSet<(string, string)>());
        var kept = ArtefactLines.Without(typed, places);
        return new(
            string.Join('\n', [.. kept, ArtefactLines.Write(members)]), members.Count, before.Count - kept.Count,
            string.Join(", ", members.CountBy(member => member.Kind).OrderBy(count => count.Key)
                .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Value} {ArtefactLines.WordOf(count.Key)}"))));
    }

    // A browser that sends a folder names each file with its path below the folder's parent.
    private static string[] PartsOf(IFormFile file) => file.FileName.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static string? LibraryOf(IFormFile file, string? library) => !string.IsNullOrWhiteSpace(library)
        ? library.Trim()
        : PartsOf(file) is [.. var folders, _] && folders.Length > 0 ? string.Join('/', folders) : null;

    private static async Task<Artefact> Member(IFormFile file, string library, string? author, CancellationToken ct)
    {
        var name = PartsOf(file).LastOrDefault() ?? "";
        await using var content = file.OpenReadStream();
        var beginning = ArrayPool<byte>.Shared.Rent(Beginning);
        try
        {
            var length = await content.ReadAtLeastAsync(beginning.AsMemory(0, Beginning), Beginning, throwOnEndOfStream: false, ct);
            content.Position = 0;
            var kind = MemberKinds.Of($"{library}/{name}", beginning.AsSpan(0, length));
            return new(
                Wire.Parse<ArtefactKind>(Wire.Name(kind)) ?? ArtefactKind.Other, MemberName.Of(name), library,
                Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct)), string.IsNullOrWhiteSpace(author) ? null : author.Trim());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(beginning);
        }
    }
}
