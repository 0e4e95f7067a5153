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
        var verb = options[0].Name switch
        {
            "ISRT" or "INSERT" or "LOAD" => Verb.Writes,
            "REPL" or "REPLACE" => Verb.Updates,
            "DLET" or "DELETE" => Verb.Deletes,
            _ => Verb.Reads,
        };
        foreach (var option in options)
            if (option is { Name: "SEGMENT", Argument.Length: > 0 })
                Refer(verb, ThingKind.Segment, option);
            else if (option is { Name: "PSB", Argument.Length: > 0 })
                Refer(Verb.Uses, ThingKind.Psb, option);

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
}
