using System.Buffers;
using Sluice.Mainframe;

namespace Sluice.Fuzz.Judging;

/// <summary>Reading the same again must say the same again, whatever memory that was used before has in it.</summary>
internal static class Sameness
{
    public static Finding? Broken(Reading once, Reading again) =>
        Difference(once, again) is { } part ? new($"read twice, {part} differ", $"{once.Language}: {once.References.Count} references and "
            + $"{once.Diagnostics.Count} diagnostics, then {again.References.Count} and {again.Diagnostics.Count}") : null;

    /// <summary>Leaves something else in the memory that the next reading is given.</summary>
    public static void Soil(int size)
    {
        var memory = ArrayPool<char>.Shared.Rent(Math.Max(1, size));
        memory.AsSpan().Fill('\'');
        ArrayPool<char>.Shared.Return(memory);
    }

    private static string? Difference(Reading once, Reading again) =>
        (once.Name, once.Kind, once.Language, once.Form, once.Lines) != (again.Name, again.Kind, again.Language, again.Form, again.Lines) ? "kind and form"
        : !once.Defines.SequenceEqual(again.Defines) ? "definitions"
        : !once.References.SequenceEqual(again.References, EqualityComparer<Reference>.Create(AreSame)) ? "references"
        : !once.Diagnostics.SequenceEqual(again.Diagnostics) ? "diagnostics"
        : !once.Assignments.SequenceEqual(again.Assignments) ? "assignments"
        : null;

    // Lists in records are equal only if they are the same list.
    private static bool AreSame(Reference? once, Reference? again) =>
        once!.Chain.SequenceEqual(again!.Chain) && once.Replacing.SequenceEqual(again.Replacing)
        && once with { Chain = [], Replacing = [] } == again with { Chain = [], Replacing = [] };
}
