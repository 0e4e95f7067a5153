using System.Text.RegularExpressions;

namespace Sluice.Structure.Tests;

/// <summary>The sources as they lie there; what was built or generated from them is left out.</summary>
internal static partial class Repository
{
    private static readonly string[] Built = ["bin", "obj", "node_modules", "lib", "data", "TestResults", "Migrations", ".git"];

    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <param name="below">Below the root, with slashes; empty for all of it.</param>
    public static IReadOnlyList<Source> Files(string below, params string[] extensions) =>
        [.. Walk(new(Path.Combine(Root, below)))
            .Where(file => extensions.Length == 0 || extensions.Contains(file.Extension))
            .Select(file => new Source(Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'), file.FullName))
            .OrderBy(source => source.Path, StringComparer.Ordinal)];

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) => folder.EnumerateFiles()
        .Concat(folder.EnumerateDirectories().Where(below => !Built.Contains(below.Name) || IsMigrationsProject(below)).SelectMany(Walk));

    // The folder of generated code is called as the project that holds it.
    private static bool IsMigrationsProject(DirectoryInfo folder) => folder.Name == "Migrations" && folder.Parent!.Name == "src";

    private static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new DirectoryNotFoundException("No folder above holds Sluice.slnx.")
        : File.Exists(Path.Combine(folder.FullName, "Sluice.slnx")) ? folder.FullName
        : Find(folder.Parent);

    /// <param name="Path">Below the root, with slashes.</param>
    internal sealed record Source(string Path, string FullName)
    {
        public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

        public string Text { get; } = File.ReadAllText(FullName);

        /// <summary>Without comments, which may give examples.</summary>
        public string Code => Comment().Replace(Text, "");
    }

    // Not within an address: "https://…".
    [GeneratedRegex(@"(?<!:)//.*")]
    private static partial Regex Comment();
}
