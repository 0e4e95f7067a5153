using System.Text;

namespace Sluice.Bench.Load;

/// <summary>A request as it goes over the wire.</summary>
internal static class Request
{
    public static byte[] Get(string target, params ReadOnlySpan<string> headers) => Bytes("GET", target, headers, "");

    /// <param name="key">For Idempotency-Key.</param>
    public static byte[] Post(string target, string token, string key, string json) =>
        Bytes("POST", target, [Bearer(token), $"Idempotency-Key: {key}", "Content-Type: application/json"], json);

    public static string Bearer(string token) => $"Authorization: Bearer {token}";

    private static byte[] Bytes(string method, string target, ReadOnlySpan<string> headers, string body)
    {
        var text = new StringBuilder($"{method} {target} HTTP/1.1\r\nHost: localhost\r\n");
        foreach (var header in headers)
            text.Append(header).Append("\r\n");
        if (method == "POST")
            text.Append("Content-Length: ").Append(Encoding.UTF8.GetByteCount(body)).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.Append("\r\n").Append(body).ToString());
    }
}
