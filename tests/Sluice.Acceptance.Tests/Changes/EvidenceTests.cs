using System.Security.Cryptography;
using System.Text;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Changes;

public sealed class EvidenceTests
{
    private const long Largest = 100L * 1024 * 1024;

    [Theory, ClassData(typeof(BothStores))]
    public async Task Uploaded_file_comes_back_byte_by_byte_as_an_attachment_that_runs_nowhere(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Submitted()).Ref;
        var page = Encoding.UTF8.GetBytes("<html><script>alert(document.cookie)</script></html>");
        var upload = (await sluice.Upload(change, new ByteArrayContent(page), fileName: "report.html")).Is(201);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(page));
        Assert.Equal((sha256, page.Length), (upload.Text("sha256"), (int)upload["size"]));

        using var fetched = await (await sluice.As("auditor")).Fetch($"/evidence/{sha256}");

        Assert.Equal(page, await fetched.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/octet-stream", fetched.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", fetched.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(["nosniff"], fetched.Headers.GetValues("X-Content-Type-Options"));
        Assert.Contains("sandbox", fetched.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Evidence_is_listed_with_the_change_and_stands_in_its_history(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Submitted()).Ref;
        await sluice.Upload(change, new StringContent("all green"));
        var link = new { kind = "scan", title = "Scan 7", url = "https://scan.example/7", sha256 = new string('d', 64) };
        (await (await sluice.As("implementer-1")).Post($"/changes/{change}/evidence", link)).Is(201);

        var listed = (await (await sluice.As("auditor")).Get($"/changes/{change}/evidence"))["items"].AsArray();

        Assert.Equal(["Regression run", "Scan 7"], listed.Select(evidence => (string)evidence!["title"]!));
        Assert.Equal(listed.ToJsonString(), (await sluice.Show(change))["evidence"].ToJsonString());
        Assert.Equal(2, (await sluice.Acts(change)).Count(act => act == "change.evidence-attached"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Same_bytes_uploaded_twice_are_kept_once(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        var change = (await sluice.Drafted()).Ref;
        var first = (await sluice.Upload(change, new StringContent("same"))).Is(201);
        var second = (await sluice.Upload((await sluice.Drafted()).Ref, new StringContent("same"), title: "Again")).Is(201);

        Assert.Equal(first.Text("sha256"), second.Text("sha256"));
        Assert.Equal([first.Text("sha256")], sluice.FilesOnDisk().Select(file => file.Name));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task File_of_the_largest_size_is_taken_in_and_one_byte_more_leaves_nothing_behind(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        var change = (await sluice.Drafted()).Ref;

        (await sluice.Upload(change, new Zeros(Largest + 1))).IsRefused(413, "file.too-large");
        Assert.Empty(sluice.FilesOnDisk());
        Assert.Empty((await sluice.Show(change))["evidence"].AsArray());

        Assert.Equal(Largest, (long)(await sluice.Upload(change, new Zeros(Largest))).Is(201)["size"]);
        Assert.Equal(Largest, sluice.FilesOnDisk().Single().Length);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Far_too_large_a_file_is_refused_too(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        var change = (await sluice.Drafted()).Ref;

        string[] headers =
        [
            $"Authorization: Bearer {(await sluice.As("qa")).Token}", "Content-Type: multipart/form-data; boundary=b",
            $"Content-Length: {Largest + (1 << 20)}",
        ];

        // Its length alone is enough to refuse it: nobody sends all of it to be told so.
        (await sluice.Raw($"POST /api/v1/changes/{change}/evidence", headers, "--b\r\n"u8.ToArray())).Is(413);

        Assert.Empty(sluice.FilesOnDisk());
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task File_that_was_altered_or_lost_on_disk_is_not_handed_out(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        var change = (await sluice.Drafted()).Ref;
        var sha256 = (await sluice.Upload(change, new StringContent("all green"))).Text("sha256");
        var auditor = await sluice.As("auditor");

        await File.WriteAllTextAsync(sluice.FilesOnDisk().Single().FullName, "all gold!");
        var altered = await auditor.Get($"/evidence/{sha256}");
        Assert.Equal((500, "evidence.damaged"), (altered.Status, altered.Text("code")));
        Assert.DoesNotContain("gold", altered.Body, StringComparison.Ordinal);

        sluice.FilesOnDisk().Single().Delete();
        Assert.Equal("evidence.damaged", (await auditor.Get($"/evidence/{sha256}")).Text("code"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Evidence_of_another_organisation_reads_like_none(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var sha256 = (await sluice.Upload((await sluice.Drafted()).Ref, new StringContent("not yours"))).Text("sha256");
        var stranger = await sluice.As("other-admin");

        (await stranger.Get($"/evidence/{sha256}")).IsRefused(404, "evidence.unknown");
        (await stranger.Get($"/evidence/{new string('0', 64)}")).IsRefused(404, "evidence.unknown");
        (await stranger.Get("/evidence/..%2F..%2Fsluice.db")).IsRefused(404, "evidence.unknown");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Upload_that_is_refused_keeps_nothing(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        var change = (await sluice.Drafted()).Ref;

        (await sluice.Upload("CHG-999999", new StringContent("x"))).IsRefused(404, "change.unknown");
        (await sluice.Upload(change, new StringContent("x"), account: "auditor")).IsRefused(403, "evidence.not-allowed");
        Assert.Equal(["/kind"], (await sluice.Upload(change, new StringContent("x"), kind: "hearsay")).Is(422).Pointers);
        Assert.Equal(["/title"], (await sluice.Upload(change, new StringContent("x"), title: new string('t', 201))).Is(422).Pointers);
        await sluice.Act("requester", change, "cancel", new { reason = "Off" });
        (await sluice.Upload(change, new StringContent("x"))).IsRefused(409, "change.not-in-status");

        Assert.Empty(sluice.FilesOnDisk());
        Assert.Empty((await sluice.Show(change))["evidence"].AsArray());
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Link_says_where_it_leads_and_what_is_there(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Drafted()).Ref;
        var (qa, path) = (await sluice.As("qa"), $"/changes/{change}/evidence");

        Assert.Equal(
            ["/kind", "/sha256", "/title", "/url", "/url"],
            (await qa.Post(path, new { url = "" })).Is(422).Pointers.Order(StringComparer.Ordinal));
        foreach (var url in (string[])["javascript:alert(1)", "file:///etc/passwd", "//x.example", "data:text/html,x"])
            (await qa.Post(path, new { kind = "scan", title = "T", url, sha256 = new string('a', 64) }))
                .IsRefused(422, "url.malformed");
    }
}
