namespace Sluice.Structure.Tests;

internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new DirectoryNotFoundException("No folder above holds Sluice.slnx.")
        : File.Exists(Path.Combine(folder.FullName, "Sluice.slnx")) ? folder.FullName
        : Find(folder.Parent);
}
