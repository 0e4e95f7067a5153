using Sluice.Mainframe.Cics;

namespace Sluice.Mainframe.Ims;

/// <summary>What an EXEC DLI command refers to, whatever language it stands in: that one cuts it into options.</summary>
/// <remarks>IMS Application Programming APIs, chapter "EXEC DLI commands".</remarks>
internal static class DliCommand
{
    /// <param name="options">All words of the command in order, its own name first: <c>GU SEGMENT(PAYSEG) INTO(AREA)</c>.</param>
    /// <param name="text">The command on one line.</param>
    public static void Read(Thing from, IReadOnlyList<CicsOption> options, string text, Findings findings)
    {
        if (options.Count == 0)
            return;
        var verb = DliFunction.Verb(options[0].Name) ?? Verb.Reads;
        var hasData = options.Any(option => option.Name == "FROM");
        for (var at = 0; at < options.Count; at++)
            if (options[at] is { Name: "SEGMENT", Argument.Length: > 0 } segment)
                // A parent without data of its own is only passed through on the way to what is inserted.
                Refer(hasData && !HasData(options, at + 1) ? Verb.Reads : verb, ThingKind.Segment, segment);
            else if (options[at] is { Name: "PSB", Argument.Length: > 0 } psb)
                Refer(Verb.Uses, ThingKind.Psb, psb);

        // Parentheses of its own make of the argument an area that holds the name.
        void Refer(Verb does, ThingKind kind, CicsOption option)
        {
            var area = option.Argument is ['(', .. var inner] ? inner.TrimEnd(')').Trim().ToUpperInvariant() : null;
            findings.Refer(new(from, does, new(kind, area ?? option.Argument!.ToUpperInvariant()), option.At, text)
            {
                Certainty = area is null ? Certainty.Certain : Certainty.Unresolved,
                Variable = area,
                Why = area is null ? null : $"{area} is a variable, whose value is known at run time.",
            });
        }
    }

    /// <summary>Whether FROM comes before the next SEGMENT.</summary>
    private static bool HasData(IReadOnlyList<CicsOption> options, int at)
    {
        for (; at < options.Count && options[at].Name != "SEGMENT"; at++)
            if (options[at].Name == "FROM")
                return true;
        return false;
    }
}
