using System.Globalization;
using Sluice.Kernel.Outcomes;

namespace Sluice.Web.Pages.Parts;

/// <summary>One field of a form: what was typed into it, and everything that is wrong with that.</summary>
/// <param name="Pointer">RFC 6901, as in the API's request: reasons find their field by it.</param>
public sealed record Field(string Id, string Name, string Pointer, string Label, string? Value, IReadOnlyList<Reason> Wrong)
{
    public string Type { get; init; } = "text";

    /// <summary>More than none makes it a text of several lines.</summary>
    public int Rows { get; init; }

    public string? Hint { get; init; }
    public bool IsOptional { get; init; }
    public bool IsCode { get; init; }

    /// <summary>The id of the form it belongs to, where it does not stand inside it.</summary>
    public string? Form { get; init; }


    /// <summary>What comes before the place of a wrong item: "Line ".</summary>
    public string PlaceWord { get; init; } = "";

    public string ErrorId => Id + "-error";
    public string HintId => Id + "-hint";

    public string? DescribedBy => (Wrong.Count > 0, Hint is not null) switch
    {
        (true, true) => $"{ErrorId} {HintId}",
        (true, false) => ErrorId,
        (false, true) => HintId,
        _ => null,
    };

    /// <summary>In a field that holds a list: which of its items is meant. "3, sha256: "</summary>
    public string PlaceOf(Reason reason)
    {
        var rest = reason.Pointer![Pointer.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries);
        return rest.Length == 0 || !int.TryParse(rest[0], CultureInfo.InvariantCulture, out var place)
            ? ""
            : PlaceWord + string.Join(", ", [(place + 1).ToString(CultureInfo.InvariantCulture), .. rest[1..]]) + ": ";
    }
}

/// <param name="Value">As in the API.</param>
public sealed record Choice(string Value, string Word, string? Hint = null);

/// <summary>A field that offers what can be meant.</summary>
/// <param name="IsWhole">Otherwise it takes what is typed, too.</param>
public sealed record ChoiceField(Field Field, IReadOnlyList<Choice> Choices, bool IsWhole = true)
{
    public ChoiceField(Field field, Offer offer) : this(field, offer.Choices, offer.IsWhole)
    {
    }
}

/// <summary>A form as it goes out: empty, or with what was typed and why that was refused.</summary>
/// <param name="id">Begins the id of each of its fields; a page has several forms.</param>
public sealed class TypedForm(string id, Func<string, string?> typed, Refusal? refused)
{
    public string Id => id;

    /// <summary>Somebody has just tried, and it was refused.</summary>
    public bool IsRefused => refused is not null;

    public Field Field(string pointer, string label)
    {
        var name = pointer[(pointer.LastIndexOf('/') + 1)..];
        return new(IdOf(id, pointer), name, pointer, label, typed(name), At(pointer));
    }

    /// <summary>Where a reason's field is: <c>/artefacts/3/sha256</c> is wrong in the field of all artefacts.</summary>
    public static string IdOf(string form, string pointer) => string.Join('-',
    [
        form,
        .. pointer.Split('/', StringSplitOptions.RemoveEmptyEntries).TakeWhile(part => !char.IsAsciiDigit(part[0])),
    ]);

    /// <summary>What a pointer means to people: "Requested window, from".</summary>
    public static string WordsOf(string pointer) => string.Join(", ", pointer.Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Select(part => int.TryParse(part, CultureInfo.InvariantCulture, out var place)
            ? (place + 1).ToString(CultureInfo.InvariantCulture)
            : string.Concat(part.Select(c => char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}")))) is { Length: > 0 } words
        ? char.ToUpperInvariant(words[0]) + words[1..]
        : "";

    private List<Reason> At(string pointer) => [.. (refused?.Reasons ?? []).Where(reason =>
        reason.Pointer == pointer || reason.Pointer?.StartsWith(pointer + "/", StringComparison.Ordinal) is true)];
}
