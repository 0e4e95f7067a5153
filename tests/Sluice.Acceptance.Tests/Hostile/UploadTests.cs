using System.Net.Http.Headers;
using System.Text;
using Sluice.Acceptance.Tests.Changes;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Hostile;

/// <summary>Multipart that is broken, and texts that come in its parts.</summary>
public sealed class UploadTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Title_sent_with_a_file_is_kept_as_it_was_written(Store store)
    {
        var hostile = HostileTexts.Find();
        var sluice = await RunningSluice.On(store, "hostile");
        var change = (await sluice.Drafted()).Ref;
        foreach (var title in hostile.Naughty.Where(text => text.Length <= 200 && !string.IsNullOrWhiteSpace(text)))
        {
            var uploaded = (await sluice.Upload(change, new StringContent("x"), title: title)).Is(201);

            Assert.Equal(title, uploaded.Text("title"));
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Title_that_is_no_text_is_refused_where_it_stands(Store store)
    {
        var sluice = await RunningSluice.On(store, "hostile");
        var path = $"/changes/{(await sluice.Drafted()).Ref}/evidence";
        foreach (var title in (byte[][])[[0x61, 0x00], [0xFF, 0xFE, 0x41, 0x00], [0xED, 0xA0, 0x80], [0xC3]])
        {
            using var form = new MultipartFormDataContent
            {
                { new StringContent("scan"), "kind" }, { new ByteArrayContent(title), "title" }, { new StringContent("x"), "file", "x" },
            };

            var reply = await (await sluice.As("qa")).Send(HttpMethod.Post, path, form);

            Assert.Equal(["/title"], reply.Is(422).Pointers);
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Broken_multipart_is_refused_and_leaves_nothing_behind(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        var path = $"/changes/{(await sluice.Drafted()).Ref}/evidence";
        const string start = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\n";
        foreach (var (type, body) in ((string, string)[])
                 [
                     ("multipart/form-data", start + "x\r\n--b--"), ("multipart/form-data; boundary=", start),
                     ("multipart/form-data; boundary=b", ""), ("multipart/form-data; boundary=b", start + "cut off"),
                     ("multipart/form-data; boundary=b", start), ("multipart/form-data; boundary=b", "--b\r\n"),
                     ("multipart/form-data; boundary=b", "--b\r\n" + new string('h', 100_000)),
                     ("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: nonsense\r\n\r\nx\r\n--b--"),
                     ($"multipart/form-data; boundary={new string('b', 10_000)}", "x"), ("application/x-www-form-urlencoded", "file=x"),
                 ])
        {
            var content = new StringContent(body);
            content.Headers.Remove("Content-Type");
            content.Headers.TryAddWithoutValidation("Content-Type", type);

            (await (await sluice.As("qa")).Send(HttpMethod.Post, path, content)).IsProblem($"{type}: {body}");
        }

        Assert.Empty(sluice.FilesOnDisk());
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Name_of_an_uploaded_file_leads_nowhere_on_disk(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        var change = (await sluice.Drafted()).Ref;
        foreach (var name in (string[])["../../../etc/cron.d/x", "/etc/passwd", "C:\\x", "con", new string('n', 1_000)])
        {
            var file = new ByteArrayContent(Encoding.UTF8.GetBytes(name));
            file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileName = $"\"{name}\"" };
            (await sluice.Upload(change, file, fileName: name)).Is(201);
        }

        Assert.Equal(5, sluice.FilesOnDisk().Count);
        Assert.All(sluice.FilesOnDisk(), file => Assert.Equal(64, file.Name.Length));
    }
}
