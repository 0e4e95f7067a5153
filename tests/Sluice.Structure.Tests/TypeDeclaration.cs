using System.Text.RegularExpressions;

namespace Sluice.Structure.Tests;

/// <summary>A type as its source declares it.</summary>
internal sealed partial record TypeDeclaration(string File, string Modifiers, string Kind, string Name, IReadOnlyList<string> Bases)
{
    public bool IsPublic => Modifiers.Contains("public", StringComparison.Ordinal);

    public static IReadOnlyList<TypeDeclaration> In(string below) =>
        [.. Repository.Files(below, ".cs").SelectMany(file => Declared().Matches(Strings().Replace(file.Code, "\"\"")).Select(found => new TypeDeclaration(
            file.Path, found.Groups["modifiers"].Value, found.Groups["kind"].Value, found.Groups["name"].Value,
            [.. Names().Matches(WithoutArguments(found.Groups["bases"].Value)).Select(name => name.Value)])))];

    /// <summary>What a base type is made of is no base itself.</summary>
    private static string WithoutArguments(string bases)
    {
        while (Innermost().IsMatch(bases))
            bases = Innermost().Replace(bases, "");
        return bases;
    }

    [GeneratedRegex("""
        ^[ \t]*(?<modifiers>(?:(?:public|internal|private|protected|file|static|sealed|abstract|partial|readonly)[ \t]+)+)
        (?<kind>class|record[ \t]+struct|record|struct|interface|enum)[ \t]+(?<name>\w+)(?:<[^>]*>)?
        (?:[ \t\r\n]*\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))?
        (?:[ \t\r\n]*:(?<bases>[^{;]*))?
        """, RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Declared();

    [GeneratedRegex("\"(?:[^\"\\\\\r\n]|\\\\.)*\"")]
    private static partial Regex Strings();

    [GeneratedRegex(@"\([^()]*\)|<[^<>]*>")]
    private static partial Regex Innermost();

    [GeneratedRegex(@"[A-Z]\w*")]
    private static partial Regex Names();
}
