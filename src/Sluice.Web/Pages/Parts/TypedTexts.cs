namespace Sluice.Web.Pages.Parts;

/// <summary>What was typed into a form that the page does not offer any more: it is shown once, to be copied.</summary>
public static class TypedTexts
{
    private static readonly string[] NotTyped =
        ["revision", "runbook", "version", "key", "change", "act", "began", "id", Since.Field, MomentFields.Clocks];

    public static IReadOnlyList<(string What, string Text)> Of(HttpRequest request) =>
    [
        .. request.Form.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal) && !NotTyped.Contains(field.Key))
            .Select(field => (TypedForm.WordsOf("/" + field.Key), field.Value.ToString()))
            .Where(field => field.Item2.Length > 0),
    ];
}
