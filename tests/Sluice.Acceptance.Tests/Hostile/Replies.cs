using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Hostile;

internal static class Replies
{
    extension(Reply reply)
    {
        /// <summary>Whatever was sent: an answer or a refusal, no failure, and nothing about the server's insides.</summary>
        public Reply IsNoFailure(string sent)
        {
            Assert.True(reply.Status < 500, $"{reply.Status} to {Short(sent)}: {reply.Body}");
            Assert.DoesNotContain("   at ", reply.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", reply.Status >= 400 ? reply.Body : "", StringComparison.Ordinal);
            return reply;
        }

        /// <summary>Refused, as RFC 9457 says.</summary>
        public Reply IsProblem(string sent)
        {
            reply.IsNoFailure(sent);
            Assert.True(reply.Status >= 400, $"{reply.Status} to {Short(sent)}: {reply.Body}");
            Assert.True(
                reply.ContentType == "application/problem+json" && reply.Json["code"] is not null,
                $"{reply.Status} {reply.ContentType} to {Short(sent)}: {reply.Body}");
            return reply;
        }
    }

    private static string Short(string text) => text.Length <= 300 ? text : text[..300] + "…";
}
