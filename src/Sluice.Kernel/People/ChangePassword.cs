using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People.SignIn;
using Sluice.Kernel.Persistence;

namespace Sluice.Kernel.People;

/// <summary>POST /api/v1/me/password: one's own, knowing the old one. Signs out everywhere; tokens stay.</summary>
public sealed class ChangePassword(AppDb db, UnitOfWork work, Actor actor, PasswordCheck check, TimeProvider clock)
{
    private const int Shortest = 12;
    private const int Longest = 200;

    public sealed record Request(string OldPassword, string NewPassword);

    public sealed record Response(DateTimeOffset ChangedAt);

    internal static void Map(IEndpointRouteBuilder api) => api.MapPost(
        "/me/password",
        async (Request request, ChangePassword slice, CancellationToken ct) => (await slice.Handle(request, ct)).ToHttp());

    public async Task<Outcome<Response>> Handle(Request request, CancellationToken ct)
    {
        if (Refusal.For(Against(request)) is { } refusal)
            return refusal;
        // Asked again, the old password is not the old one any more.
        if (await work.Replay<Response>(ct) is { } reply)
            return reply;
        // In a transaction of its own: a wrong guess counts although it is refused.
        var attempt = await check.Handle(actor.Account, request.OldPassword, ct);
        if (attempt.Refusal is { } wrong)
            return wrong;
        return await work.Act<Response>(async () =>
        {
            var now = clock.GetUtcNow();
            (await db.Set<Credential>().SingleAsync(known => known.Account == actor.Account, ct)).Replace(request.NewPassword);
            (await db.Set<Person>().SingleAsync(person => person.Account == actor.Account, ct)).PasswordChanged(actor, now);
            await db.SaveChangesAsync(ct);
            return new Response(now);
        }, ct);
    }

    private static IEnumerable<Reason> Against(Request request)
    {
        foreach (var reason in Input.Text("/newPassword", request.NewPassword, Longest, required: true))
            yield return reason;
        if (request.NewPassword.Length < Shortest)
            yield return Reason.Invalid("password.too-short", $"At least {Shortest} characters.", "/newPassword");
    }
}
