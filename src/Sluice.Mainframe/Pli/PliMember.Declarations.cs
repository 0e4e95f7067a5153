using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Pli;

// Enterprise PL/I for z/OS Language Reference, chapters "Data declarations" (DECLARE, factoring of attributes, the name behind
// EXTERNAL) and "Program organization" (entry data); attributes FILE, ENTRY, VARIABLE, BUILTIN and INITIAL.
internal sealed partial class PliMember
{
    private readonly Dictionary<string, Declared> declared = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<PliToken> declaring = [];

    /// <param name="first">Of the names that are declared together.</param>
    private sealed class Declared(Place at, Place first)
    {
        public Place At { get; } = at;

        public Place FirstName { get; } = first;

        public bool IsEntry { get; set; }

        public bool IsFile { get; set; }

        public bool IsVariable { get; set; }

        public bool IsBuiltin { get; set; }

        public string? ExternalName { get; set; }

        public Verb? Mode { get; set; }

        public PliToken? Initial { get; set; }
    }

    private void DeclareStatement()
    {
        Advance();
        (PliToken Name, int Level) before = default;
        while (!IsAtEnd)
        {
            var level = Names();
            if (declaring.Count > 0)
            {
                if (before.Level > 0 && level > before.Level)
                    given.Add(new(before.Name, AssignedBy.Storage, declaring[0], before.Name.At));
                before = (declaring[^1], level);
            }
            Attributes();
            if (Current.Kind is PliTokenKind.Comma)
                Advance();
        }
    }

    /// <summary>One name, or several in parentheses that have their attributes in common; a level number before it.</summary>
    /// <returns>The level number; 0 where there is none.</returns>
    private int Names()
    {
        declaring.Clear();
        var level = 0;
        if (Current.Kind is PliTokenKind.Number)
        {
            _ = int.TryParse(Current.Text, out level);
            Advance();
        }
        if (Current.Kind is PliTokenKind.Word)
        {
            declaring.Add(Current);
            Advance();
            return level;
        }
        var depth = 0;
        while (!IsAtEnd)
        {
            depth += Current.Kind switch { PliTokenKind.Open => 1, PliTokenKind.Close => -1, _ => 0 };
            if (depth == 1 && Current.Kind is PliTokenKind.Word)
                declaring.Add(Current);
            Advance();
            if (depth <= 0)
                break;
        }
        return level;
    }

    private void Attributes()
    {
        Declared? found = null;
        while (Current.Kind is not (PliTokenKind.Comma or PliTokenKind.Semicolon or PliTokenKind.End or PliTokenKind.Process))
        {
            if (Current.Kind is PliTokenKind.Open)
            {
                SkipParentheses();
                continue;
            }
            if (Current.Kind is PliTokenKind.Word && declaring.Count > 0)
                Attribute(ref found);
            else
                Advance();
        }
        if (found is not null)
            foreach (var name in declaring)
                Declare(name, found);
    }

    private void Attribute(ref Declared? found)
    {
        var attribute = Current;
        Advance();
        switch (attribute.Text.Length)
        {
            case 4 when attribute.Is("FILE"):
            case 6 when attribute.Is("RECORD") || attribute.Is("STREAM"):
                New(ref found).IsFile = true;
                break;
            case 5 when attribute.Is("ENTRY"):
                New(ref found).IsEntry = true;
                break;
            case 3 or 8 when attribute.Is("EXTERNAL", "EXT"):
                if (Argument() is { } name)
                    New(ref found).ExternalName = name.Name;
                break;
            case 8 when attribute.Is("VARIABLE"):
                New(ref found).IsVariable = true;
                break;
            case 7 when attribute.Is("BUILTIN"):
                New(ref found).IsBuiltin = true;
                break;
            case 5 when attribute.Is("INPUT"):
                New(ref found).Mode = Verb.Reads;
                break;
            case 5 or 6 when attribute.Is("OUTPUT") || attribute.Is("PRINT"):
                New(ref found).Mode = Verb.Writes;
                break;
            case 6 when attribute.Is("UPDATE"):
                New(ref found).Mode = Verb.Updates;
                break;
            case 4 or 5 or 7 when attribute.Is("INITIAL", "INIT") || attribute.Is("VALUE"):
                if (Argument() is { Kind: PliTokenKind.Literal } first)
                    New(ref found).Initial = first;
                break;
        }
    }

    private Declared New(ref Declared? found) => found ??= new(declaring[0].At, declaring[0].At);

    private string Declaration(Place first) => OneLine.Of($"DCL {scanner.Excerpt(first)}");

    private void Declare(PliToken name, Declared found)
    {
        if (found.Initial is { } first)
            Assign(name, AssignedBy.Value, first, found.FirstName);
        if (!found.IsEntry && !found.IsFile && !found.IsBuiltin)
            return;
        declared.TryAdd(name.Name, new(name.At, found.FirstName)
        {
            IsEntry = found.IsEntry, IsFile = found.IsFile, IsVariable = found.IsVariable, IsBuiltin = found.IsBuiltin,
            ExternalName = found.ExternalName, Mode = found.Mode,
        });
    }
}
