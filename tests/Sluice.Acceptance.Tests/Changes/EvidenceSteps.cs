using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Changes;

internal static class EvidenceSteps
{
    extension(RunningSluice sluice)
    {
        public async Task<Reply> Upload(
            string reference, HttpContent file, string kind = "test-result", string title = "Regression run",
            string fileName = "run.txt", string account = "qa")
        {
            using var form = new MultipartFormDataContent
            {
                { new StringContent(kind), "kind" }, { new StringContent(title), "title" }, { file, "file", fileName },
            };
            return await (await sluice.As(account)).Send(HttpMethod.Post, $"/changes/{reference}/evidence", form);
        }

        /// <summary>What is kept on disk, half or whole.</summary>
        public IReadOnlyList<FileInfo> FilesOnDisk() =>
            [.. new DirectoryInfo(Path.Combine(sluice.Database.Folder.FullName, "files")).EnumerateFiles("*", SearchOption.AllDirectories)];
    }
}

/// <summary>That many bytes, made as they are sent.</summary>
internal sealed class Zeros(long length) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
    {
        var chunk = new byte[1 << 20];
        for (var left = length; left > 0; left -= chunk.Length)
            await stream.WriteAsync(chunk.AsMemory(0, (int)Math.Min(left, chunk.Length)));
    }

    protected override bool TryComputeLength(out long computed)
    {
        computed = length;
        return true;
    }
}
