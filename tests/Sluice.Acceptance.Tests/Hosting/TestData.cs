namespace Sluice.Acceptance.Tests.Hosting;

/// <summary>
/// Data that is not part of the repository: the folder named by <c>SLUICE_TEST_DATA</c>, or <c>shared/data</c> beside the
/// repository. Without it the tests that live on it pass over nothing, and say so.
/// </summary>
internal static class TestData
{
    public static DirectoryInfo? Folder(string name)
    {
        var root = Environment.GetEnvironmentVariable("SLUICE_TEST_DATA") is { Length: > 0 } named
            ? new DirectoryInfo(named)
            : Repository() is { Parent: { } beside } ? new(Path.Combine(beside.FullName, "shared", "data")) : null;
        var folder = root is null ? null : new DirectoryInfo(Path.Combine(root.FullName, name));
        if (folder is { Exists: true })
            return folder;
        var warning = $"There is no test data named {name}: {TestContext.Current.TestMethod?.MethodName} has fed nothing to anybody.";
        TestContext.Current.AddWarning(warning);
        Console.Error.WriteLine(warning);
        return null;
    }

    private static DirectoryInfo? Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Sluice.slnx")))
                return folder;
        return null;
    }
}
