using System.Globalization;
using System.Text.Json;
using Sluice.Bench.Load;
using Sluice.Bench.Seeding;

namespace Sluice.Bench.Staging;

/// <summary>The requests that write, each on a subject of its own and with an Idempotency-Key of its own.</summary>
internal sealed class Acts(Desk desk, TimeProvider clock)
{
    private long asked;

    public async Task<Func<byte[]>> Create()
    {
        var (token, now) = (await desk.TokenOf("requester"), clock.GetUtcNow());
        return () =>
        {
            var number = (int)Interlocked.Increment(ref asked);
            return Request.Post("/api/v1/changes", token, $"create-{number}", Originals.Change(
                Titles.Of(number), number.ToString("D64", CultureInfo.InvariantCulture), "payments-api", now));
        };
    }

    /// <summary>The approval that fills the last seat: the change becomes authorized.</summary>
    public Task<Func<int, byte[]>> Decide() => On("change-manager", number => $"/api/v1/changes/CHG-{number}/decisions",
        _ => new { decision = "approve", comment = "Read it, and talked to the desk", revision = 1 });

    /// <summary>Into a release that is empty: it costs the same each time.</summary>
    public Task<Func<int, byte[]>> AddItem() => On("release-manager", number => $"/api/v1/releases/REL-{number}/items",
        number => new { change = $"CHG-{number}" });

    /// <summary>The only step that implements: the change is implemented by it.</summary>
    public Task<Func<int, byte[]>> CompleteStep() => On("implementer-1", number => $"/api/v1/releases/REL-{number}/steps/install/complete",
        _ => new { notes = "Done as planned" });

    private async Task<Func<int, byte[]>> On(string account, Func<int, string> address, Func<int, object> body)
    {
        var token = await desk.TokenOf(account);
        return number => Request.Post(
            address(number), token, $"act-{Interlocked.Increment(ref asked)}", JsonSerializer.Serialize(body(number)));
    }
}
