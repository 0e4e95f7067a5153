using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Tests.Commands;

/// <summary>Real members of the definition languages, and the tables that say what is in them.</summary>
internal static class RealDefinitions
{
    public static SourceText Source(string path) =>
        SourceText.Read(File.ReadAllBytes(Path.Combine(Truth.Folder!, "src", path))) ?? throw new InvalidDataException(path);

    public static IEnumerable<string> Members(string extension) =>
        Directory.EnumerateFiles(Path.Combine(Truth.Folder!, "src"), "*." + extension,
            new EnumerationOptions { RecurseSubdirectories = true, MatchCasing = MatchCasing.CaseInsensitive })
            .Order(StringComparer.Ordinal).Select(path => Path.GetRelativePath(Path.Combine(Truth.Folder!, "src"), path));

    public static Findings Read(Told.Reader reader, string path)
    {
        var findings = new Findings();
        reader(MemberName.Of(path), Source(path), findings);
        return findings;
    }
}
