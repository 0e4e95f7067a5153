using System.Text;
using Sluice.Mainframe.Estate;
using Sluice.Mainframe.Snapshots;

namespace Sluice.Mainframe.Tests.Estate;

/// <summary>Estates as small as they show what is meant, read as any other: into a snapshot, and asked from there.</summary>
internal static class Estates
{
    public static EstateGraph Of(params (string Path, string Text)[] members) =>
        Of(members.Select(member => (member.Path, Encoding.UTF8.GetBytes(member.Text))));

    public static EstateGraph Of(IEnumerable<(string Path, byte[] Content)> members) => new(Opened(Written(members, null)));

    /// <param name="before">Bytes of an earlier snapshot.</param>
    public static byte[] Written(IEnumerable<(string Path, byte[] Content)> members, byte[]? before) => Written(members, before, out _);

    /// <param name="rank">Of a path: what has less comes before the others, as with <c>--first</c>.</param>
    public static byte[] Written(
        IEnumerable<(string Path, byte[] Content)> members, byte[]? before, out int read, Func<string, int>? rank = null)
    {
        var contents = members.ToDictionary(member => member.Path, member => member.Content);
        using var output = new MemoryStream();
        // A file that was written is one whose time differs: here the time is made of the content.
        var sources = new Sources(
            [.. contents.OrderBy(member => rank?.Invoke(member.Key) ?? 0).ThenBy(member => member.Key, StringComparer.Ordinal).Select(member => new SourceFile(member.Key, member.Value.Length, member.Value.Aggregate(17L, (hash, one) => hash * 31 + one)))],
            path => contents[path]);
        read = new EstateScan(sources, () => new MemoryStream())
            .Write(before is null ? null : Opened(before), output, _ => { }, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        return output.ToArray();
    }

    public static Snapshot Opened(byte[] bytes) => new((offset, into) => bytes.AsSpan((int)offset, into.Length).CopyTo(into), bytes.Length);

    /// <summary><c>step PAYJOB.STEP1 reads data-set PAY.IN</c></summary>
    public static string Sentence(Reference reference) =>
        $"{reference.From.Kind} {reference.From.Name} {reference.Verb} {reference.To.Kind} {reference.To.Name}";
}
