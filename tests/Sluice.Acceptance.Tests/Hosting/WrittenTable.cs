using System.Globalization;

namespace Sluice.Acceptance.Tests.Hosting;

/// <summary>A table in the documents that is written from what was counted.</summary>
internal static class WrittenTable
{
    private const string WriteVariable = "SLUICE_WRITE_DOCS";
    private const string Begin = "<!-- counted: begin -->";
    private const string End = "<!-- counted: end -->";

    public static bool IsToBeWritten => Environment.GetEnvironmentVariable(WriteVariable) is "1";

    /// <summary>Fails when the document shows anything else; with the variable set, writes the document instead.</summary>
    /// <param name="document">Below the repository's root.</param>
    /// <param name="heads">With bars between them, as each of the rows.</param>
    public static void IsShownIn(string document, string heads, IReadOnlyList<string> rows)
    {
        var path = Path.Combine(Root.FullName, document);
        var shown = File.ReadAllText(path);
        var (begin, end) = (shown.IndexOf(Begin, StringComparison.Ordinal), shown.IndexOf(End, StringComparison.Ordinal));
        Assert.True(begin >= 0 && end > begin, $"{document} needs the lines {Begin} and {End}.");

        var rule = string.Join('|', heads.Split('|').Select((_, place) => place == 0 ? "---" : "---:"));
        var table = string.Join('\n', ((string[])[heads, rule, .. rows]).Select(row => string.Create(CultureInfo.InvariantCulture, $"| {row} |")));
        var wanted = $"{shown[..(begin + Begin.Length)]}\n{table}\n{shown[end..]}";
        if (IsToBeWritten)
            File.WriteAllText(path, wanted);
        else
            Assert.True(shown == wanted, $"{document} does not say what was counted:\n{table}\nWrite it anew with {WriteVariable}=1 ./test, and look at what has changed.");
    }

    public static DirectoryInfo Root { get; } = Above(new(AppContext.BaseDirectory));

    private static DirectoryInfo Above(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "Sluice.slnx"))
        ? folder
        : Above(folder.Parent ?? throw new DirectoryNotFoundException("No folder above holds Sluice.slnx."));
}
