using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;

namespace Sluice.Kernel.Idempotency;

/// <summary>Reads the <c>Idempotency-Key</c> header of a POST and what the caller sent with it.</summary>
internal static class IdempotencyKey
{
    private const string Header = "Idempotency-Key";
    private const int Longest = 200;

    public static void Use(IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var key = http.Request.Headers[Header].ToString();
        if (key.Length == 0 || !HttpMethods.IsPost(http.Request.Method) || !http.Request.Path.StartsWithSegments("/api")
            || http.RequestServices.GetRequiredService<CurrentActor>().Actor is not { } actor)
        {
            await next(http);
            return;
        }
        if (key.Length > Longest)
        {
            Refusal refusal = Reason.Invalid("idempotency.key-too-long", $"An {Header} has at most {Longest} characters.");
            await refusal.ToProblem().ExecuteAsync(http);
            return;
        }

        var call = http.RequestServices.GetRequiredService<IdempotentCall>();
        call.Begin(actor, http.Request.Method, http.Request.Path, key);
        if (!http.Request.HasFormContentType)
        {
            http.Request.EnableBuffering();
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
            http.Request.Body.Position = 0;
            call.Sent(body.GetBuffer().AsSpan(0, (int)body.Length));
        }
        await next(http);
    });
}
