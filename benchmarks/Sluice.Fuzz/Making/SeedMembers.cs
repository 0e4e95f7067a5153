using System.Reflection;
using Sluice.Mainframe;

namespace Sluice.Fuzz.Making;

/// <summary>All good members in a fixed order: the same ones make the same inputs.</summary>
internal sealed class SeedMembers
{
    // A larger one is data, and pieces of it are like each other.
    private const int Largest = 1024 * 1024;

    private readonly Dictionary<Language, List<SeedMember>> byLanguage;

    private SeedMembers(IReadOnlyList<SeedMember> all)
    {
        All = all;
        byLanguage = all.GroupBy(member => member.Language).ToDictionary(group => group.Key, group => group.ToList());
        Languages = [.. byLanguage.Keys.Order()];
    }

    public IReadOnlyList<SeedMember> All { get; }

    public IReadOnlyList<Language> Languages { get; }

    public IReadOnlyList<SeedMember> In(Language language) => byLanguage[language];

    /// <summary>Those that this program brings with it: at least one of each language.</summary>
    public static SeedMembers Own() => new([.. OwnMembers()]);

    /// <param name="folder">With everything below it; symbolic links are not followed.</param>
    public static SeedMembers From(string folder) => new([.. MembersOf(folder)]);

    /// <summary>The own ones and those of a folder.</summary>
    public static SeedMembers OwnAnd(string folder) => new([.. OwnMembers(), .. MembersOf(folder)]);

    private static IEnumerable<SeedMember> OwnMembers()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            yield return SeedMember.Of(name.Replace('\\', '/'), content);
        }
    }

    private static IEnumerable<SeedMember> MembersOf(string folder) =>
        new DirectoryInfo(folder)
            .EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Where(file => file.Length is > 0 and <= Largest)
            .Select(file => (Path: Path.GetRelativePath(folder, file.FullName).Replace('\\', '/'), file.FullName))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => SeedMember.Of(file.Path, File.ReadAllBytes(file.FullName)));
}
