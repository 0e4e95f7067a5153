using System.Text;
using System.Text.Json;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Hostile;

/// <summary>The lists of naughty strings, XSS and SQL injection. Where they are present they are all there, or the tests fail.</summary>
internal sealed class HostileTexts
{
    private const int FewestNaughty = 500;
    private const int FewestXss = 3_000;
    private const int FewestSql = 1_000;

    private HostileTexts(DirectoryInfo folder)
    {
        Naughty = [.. JsonSerializer.Deserialize<string[]>(File.ReadAllText(Path.Combine(folder.FullName, "blns", "blns.json")))!.Distinct()];
        var xss = Lines(folder, "xss");
        var sql = Lines(folder, "sqli");
        Assert.True(
            Naughty.Count >= FewestNaughty && xss.Count >= FewestXss && sql.Count >= FewestSql,
            $"The lists are not whole: {Naughty.Count} naughty strings, {xss.Count} XSS, {sql.Count} SQL.");
        Injections = [.. xss.Concat(sql).Distinct()];
    }

    public IReadOnlyList<string> Naughty { get; }

    public IReadOnlyList<string> Injections { get; }

    /// <summary>Skips the test that asks, if they are not there.</summary>
    public static HostileTexts Find() => new(TestData.Folder("hostile"));

    /// <summary>As many to a text as go into it, a line each; what is too long for one is left out.</summary>
    public static IReadOnlyList<string> Packed(IEnumerable<string> texts, int longest)
    {
        var packs = new List<string>();
        var pack = new StringBuilder();
        foreach (var text in texts.Where(text => text.Length <= longest))
        {
            if (pack.Length > 0 && pack.Length + 1 + text.Length > longest)
            {
                packs.Add(pack.ToString());
                pack.Clear();
            }
            pack.Append(pack.Length > 0 ? "\n" : "").Append(text);
        }
        packs.Add(pack.ToString());
        return packs;
    }

    private static List<string> Lines(DirectoryInfo folder, string list) =>
    [
        .. new DirectoryInfo(Path.Combine(folder.FullName, list)).EnumerateFiles("*.txt", SearchOption.AllDirectories)
            .OrderBy(file => file.FullName, StringComparer.Ordinal)
            .SelectMany(file => File.ReadLines(file.FullName)).Where(line => line.Length > 0).Distinct(),
    ];
}
