namespace Sluice.Acceptance.Tests.Hosting;

/// <summary>
/// Data that is not part of the repository: the folder named by <c>SLUICE_TEST_DATA</c>, or <c>shared/data</c> beside the
/// repository. Without it the tests that live on it are skipped, and counted so.
/// </summary>
internal static class TestData
{
    /// <summary>Skips the test that asks, if it is not there.</summary>
    public static DirectoryInfo Folder(string name)
    {
        var root = Environment.GetEnvironmentVariable("SLUICE_TEST_DATA") is { Length: > 0 } named
            ? named
            : Path.Combine(Repository()?.Parent?.FullName ?? "", "shared", "data");
        var folder = new DirectoryInfo(Path.Combine(root, name));
        Assert.SkipUnless(folder.Exists, $"There is no test data in {folder.FullName}.");
        return folder;
    }

    private static DirectoryInfo? Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Sluice.slnx")))
                return folder;
        return null;
    }
}
