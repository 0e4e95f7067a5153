using Microsoft.Extensions.Primitives;

namespace Sluice.Web.SignIn;

/// <summary>What somebody sent after their session had ended: it is given back to them once they have signed in again.</summary>
/// <param name="Account">Whom the form had been shown to; nobody else gets to see it.</param>
/// <param name="Address">Path and query that it was sent to.</param>
/// <param name="HadFile">A file cannot be given back; only its owner's disk has it.</param>
internal sealed record KeptForm(string Account, string Address, IReadOnlyDictionary<string, string[]> Fields, bool HadFile)
{
    /// <summary>The field in which it travels, sealed, through the sign-in page.</summary>
    public const string Field = "__kept";

    /// <summary>Of all fields together: far more than a person types.</summary>
    private const int Longest = 1024 * 1024;

    /// <returns>Null when there is nothing to keep, or it is no form of ours, or too long.</returns>
    public static KeptForm? Of(IFormCollection form, string account, string address)
    {
        var fields = form.Where(field => !IsOwnOf(field.Key)).ToDictionary(field => field.Key, field => field.Value.OfType<string>().ToArray());
        var length = fields.Sum(field => (long)field.Key.Length + field.Value.Sum(value => value.Length));
        return length > Longest ? null : new(account, address, fields, form.Files.Count > 0);
    }

    public FormCollection ToForm() => new(Fields.ToDictionary(field => field.Key, field => new StringValues(field.Value)));

    // A password is never given back, and the token is made anew.
    private static bool IsOwnOf(string name) =>
        name.StartsWith("__", StringComparison.Ordinal) || name.Contains("password", StringComparison.OrdinalIgnoreCase);
}
