/// <summary>
/// A diagram in the documents that is written from the very table it shows. Compiled into each test project that has one, so that
/// every module keeps its own in step.
/// </summary>
internal static class WrittenDiagram
{
    private const string WriteVariable = "SLUICE_WRITE_DOCS";
    private const string Begin = "<!-- diagram: begin -->";
    private const string End = "<!-- diagram: end -->";

    /// <summary>Fails when the document shows anything else; with the variable set, writes the document instead.</summary>
    /// <param name="document">Below the repository's root.</param>
    public static void IsShownIn(string document, string mermaid)
    {
        var path = Path.Combine(Root(new(AppContext.BaseDirectory)), document);
        var shown = File.ReadAllText(path);
        var (begin, end) = (shown.IndexOf(Begin, StringComparison.Ordinal), shown.IndexOf(End, StringComparison.Ordinal));
        Assert.True(begin >= 0 && end > begin, $"{document} needs the lines {Begin} and {End}.");

        var wanted = $"{shown[..(begin + Begin.Length)]}\n```mermaid\n{mermaid.TrimEnd()}\n```\n{shown[end..]}";
        if (Environment.GetEnvironmentVariable(WriteVariable) is "1")
            File.WriteAllText(path, wanted);
        else
            Assert.True(shown == wanted, $"{document} is not what the table says. Write it anew with {WriteVariable}=1 ./test, and look at what has changed.");
    }

    private static string Root(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "Sluice.slnx"))
        ? folder.FullName
        : Root(folder.Parent ?? throw new DirectoryNotFoundException("No folder above holds Sluice.slnx."));
}
