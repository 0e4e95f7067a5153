using System.Text.Json;
using Sluice.Kernel.Http;

namespace Sluice.Web.Pages.Parts;

/// <summary>How what has just been done is taken back, where it can be: offered beside the words that say it was done.</summary>
/// <param name="Word">"Take it out again"</param>
/// <param name="Handler">Of the same page, for what needs no more words; null where it does.</param>
/// <param name="Fields">What is sent along.</param>
/// <param name="Field">The id of the field that asks for those words; null where there is none.</param>
public sealed record Undo(string Word, string? Handler, IReadOnlyDictionary<string, string> Fields, string? Field = null)
{
    public static string By(string word, string handler, params (string Name, string? Value)[] fields) => JsonSerializer.Serialize(
        new Undo(word, handler, fields.Where(field => field.Value is not null).ToDictionary(field => field.Name, field => field.Value!)),
        Wire.Json);

    public static string At(string word, string field) =>
        JsonSerializer.Serialize(new Undo(word, null, new Dictionary<string, string>(), field), Wire.Json);

    public static Undo? Read(string? kept) => kept is null ? null : JsonSerializer.Deserialize<Undo>(kept, Wire.Json);
}
