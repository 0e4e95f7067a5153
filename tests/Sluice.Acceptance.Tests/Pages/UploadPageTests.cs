using Microsoft.Playwright;
using Sluice.Acceptance.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>Files on their way from a browser: how far they are, and what is left when they break off.</summary>
public sealed class UploadPageTests(Chromium chromium) : Visitors(chromium)
{
    private const string Program = "       IDENTIFICATION DIVISION.\n       PROGRAM-ID. PAYROLL.\n       PROCEDURE DIVISION.\n           STOP RUN.\n";
    private const string Job = "//PAYJOB   JOB (ACCT),'PAY'\n//STEP1    EXEC PGM=PAYROLL\n";

    [Theory, ClassData(typeof(BothStores))]
    public async Task Folder_of_members_is_put_into_the_list_and_saved_only_when_its_writer_says_so(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var reference = await sluice.Drafted("A folder of members");
        var page = await As("requester", sluice);
        await page.GotoAsync($"/changes/{reference}/edit");
        await page.FillAsync("#content-testPlan", "Typed before the folder was chosen.");
        await page.FillAsync("#content-artefacts", $"cobol PAYROLL pay {new string('a', 64)}\njcl ELSE PROD.JCL {new string('b', 64)}");
        using var folder = new Folder(("pay/payroll.cbl", Program), ("pay/jcl/payjob.jcl", Job), ("pay/.git/config", "no member"));

        await page.SetInputFilesAsync("#content-members", folder.Path("pay"));
        await page.FillAsync("#content-memberAuthor", "implementer-1");
        await page.ClickAsync("button[data-upload]");

        await Expect(page.Locator("main [role=status]")).ToContainTextAsync("2 members are in the list of artefacts: 1 COBOL, 1 JCL");
        await Expect(page.Locator("main [role=status]")).ToContainTextAsync("1 of the same name and library are replaced");
        await Expect(page.Locator("#content-testPlan")).ToHaveValueAsync("Typed before the folder was chosen.");
        var before = await (await sluice.As("requester")).Get($"/changes/{reference}");
        Assert.Equal((1, "copybook"), ((int)before["revision"]!, (string)before["artefacts"]![0]!["kind"]!));

        await page.GetByRole(AriaRole.Button, new() { Name = "Save as revision 2" }).ClickAsync();
        await Expect(page.Locator("[role=status]")).ToContainTextAsync("Revision 2 is saved");
        var saved = (await (await sluice.As("requester")).Get($"/changes/{reference}"))["artefacts"].AsArray()
            .Select(one => $"{one!["kind"]} {one["name"]} {one["location"]} {one["author"]} {((string)one["sha256"]!)[..4]}").ToList();
        Assert.Equal(
            [
                "jcl ELSE PROD.JCL  bbbb", $"cobol PAYROLL pay implementer-1 {Digest(Program)}",
                $"jcl PAYJOB pay/jcl implementer-1 {Digest(Job)}",
            ], saved.Order(StringComparer.Ordinal).OrderBy(line => !line.Contains("ELSE", StringComparison.Ordinal)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Upload_that_breaks_off_says_so_and_keeps_what_was_typed_and_chosen(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var reference = await sluice.Drafted("Broken off");
        var page = await As("requester", sluice, new());
        await page.GotoAsync($"/changes/{reference}");
        await page.ClickAsync("summary:has-text('Attach a file')");
        await page.SelectOptionAsync("#file-kind", "test-result");
        await page.FillAsync("#file-title", "Unit tests");
        await page.SetInputFilesAsync("#file-file", new FilePayload { Name = "result.txt", MimeType = "text/plain", Buffer = "200 of 200"u8.ToArray() });
        await page.RouteAsync("**/*handler=File*", route => route.AbortAsync("connectionreset"));

        await page.ClickAsync("button[data-upload]");
        await Expect(page.Locator(".upload")).ToContainTextAsync("It broke off");
        await Expect(page.Locator("#file-title")).ToHaveValueAsync("Unit tests");
        Assert.Empty((await (await sluice.As("requester")).Get($"/changes/{reference}"))["evidence"].AsArray());

        await page.UnrouteAsync("**/*handler=File*");
        await page.ClickAsync("button[data-upload]");
        await Expect(page.Locator("main [role=status]").First).ToContainTextAsync("Attached under its SHA-256");
        await Expect(page.Locator("[aria-labelledby=evidence]")).ToContainTextAsync("Unit tests");

        // Refused by the server, it comes back marked, with what was typed.
        await page.ClickAsync("summary:has-text('Attach a file')");
        await page.SetInputFilesAsync("#file-file", new FilePayload { Name = "again.txt", MimeType = "text/plain", Buffer = "1"u8.ToArray() });
        await page.ClickAsync("button[data-upload]");
        await Expect(page.Locator("#file-title-error")).ToBeVisibleAsync();
    }

    private static string Digest(string text) => Convert.ToHexStringLower(
        System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..4];

    private sealed class Folder : IDisposable
    {
        private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("sluice-members-");

        public Folder(params (string Path, string Content)[] files)
        {
            foreach (var (path, content) in files)
            {
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(path))!);
                File.WriteAllText(Path(path), content);
            }
        }

        public string Path(string below) => System.IO.Path.Combine(root.FullName, below);

        public void Dispose() => root.Delete(recursive: true);
    }
}
