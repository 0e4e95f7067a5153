using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Sluice.Kernel.Http;

/// <summary>A body of RFC 7396: what it leaves out stays, what it says is null goes.</summary>
/// <param name="Value">What it says; null where it says nothing or null.</param>
/// <param name="Removed">Pointers of the members that it says are null: <c>/requestedWindow/until</c>.</param>
public sealed record MergePatch<T>(T Value, IReadOnlySet<string> Removed) where T : class
{
    private const int DeepestMember = 2;

    public static async ValueTask<MergePatch<T>?> BindAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        try
        {
            var bytes = body.GetBuffer().AsMemory(0, (int)body.Length);
            var value = JsonSerializer.Deserialize<T>(bytes.Span, Wire.Json) ?? throw new JsonException("A patch is an object.");
            using var document = JsonDocument.Parse(bytes);
            return new(value, Nulls(document.RootElement, "", DeepestMember));
        }
        // The second is for a member whose name is no text.
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw new BadHttpRequestException("The patch cannot be read.", StatusCodes.Status400BadRequest, failure);
        }
    }

    private static HashSet<string> Nulls(JsonElement element, string pointer, int depth)
    {
        var nulls = new HashSet<string>(StringComparer.OrdinalIgnoreCase); // as the value's own names are read
        if (element.ValueKind is JsonValueKind.Object && depth > 0)
            foreach (var member in element.EnumerateObject())
            {
                var at = $"{pointer}/{member.Name}";
                if (member.Value.ValueKind is JsonValueKind.Null)
                    nulls.Add(at);
                nulls.UnionWith(Nulls(member.Value, at, depth - 1));
            }
        return nulls;
    }
}

public static class MergePatches
{
    /// <summary>What a member that the patch leaves out says afterwards: what it said before, or nothing when it was to go.</summary>
    public static T? Kept<T>(this IReadOnlySet<string> removed, string pointer, T? before) =>
        removed.Contains(pointer) ? default : before;

    /// <summary>Under its own media type or as plain JSON.</summary>
    public static RouteHandlerBuilder AcceptsMergePatch<T>(this RouteHandlerBuilder route) where T : notnull =>
        route.Accepts<T>("application/merge-patch+json", "application/json");
}
