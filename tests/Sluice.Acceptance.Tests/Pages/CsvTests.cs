using System.Globalization;
using System.Net;
using System.Text;
using CsvHelper;
using Sluice.Acceptance.Tests.Changes;
using Sluice.Acceptance.Tests.Hostile;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Acceptance.Tests.Releases;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>Lists as files, asked for as a browser does.</summary>
public sealed class CsvTests
{
    private const int LongestName = 200;

    [Theory, ClassData(typeof(BothStores))]
    public async Task Hostile_names_come_back_from_the_file_as_they_were_typed_and_none_of_them_is_a_formula(Store store)
    {
        var hostile = HostileTexts.Find();
        await using var sluice = await RunningSluice.New(store);
        var admin = await sluice.As("admin");
        var names = new Dictionary<string, string>();
        string[] formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=cmd|' /C calc'!A0", "a=b", "'=quoted"];
        foreach (var name in formulas.Concat(hostile.Naughty).Concat(hostile.Injections.Take(50)).Where(name => name.Length <= LongestName))
        {
            var key = $"c{names.Count:0000}";
            if ((await admin.Post("/customers", new { key, name, systems = Array.Empty<string>() })).Status == 201)
                names[key] = name;
        }
        Assert.True(names.Count > 450, $"Only {names.Count} were taken.");

        var rows = await Rows(sluice, "stakeholder", "/customers.csv");

        foreach (var (key, name) in names)
        {
            var cell = rows.Single(row => row["Customer"] == key)["Name"];
            // Also what begins with an apostrophe itself, or taking one away would alter it.
            Assert.Equal(name.TrimStart('\'').IndexOfAny(['=', '+', '-', '@', '\t', '\r', '\n']) == 0 ? "'" + name : name, cell);
        }
        Assert.DoesNotContain(rows.SelectMany(row => row.Values), cell => cell.Length > 0 && "=+-@\t\r\n".Contains(cell[0]));
        Assert.DoesNotContain(await Rows(sluice, "other-requester", "/customers.csv"), row => names.ContainsKey(row["Customer"]));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task File_holds_all_rows_under_the_filters_and_says_what_the_list_says(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var drafts = new List<string>();
        for (var place = 0; place < 3; place++)
        {
            var body = sluice.ChangeBody();
            body["title"] = "filed, \"quoted\"";
            drafts.Add((await sluice.Drafted(body)).Ref);
        }
        await sluice.Act("requester", drafts[0], "submit");
        var shown = await (await sluice.As("auditor")).Get($"/changes/{drafts[1]}");

        var rows = await Rows(sluice, "auditor", "/changes.csv?q=filed&status=draft&status=&kind=&limit=1&sort=-updated&after=x");

        Assert.Equal([drafts[2], drafts[1]], rows.Select(row => row["Change"]));
        Assert.Equal(("filed, \"quoted\"", "Draft", "Unplanned", "requester"), (rows[1]["Title"], rows[1]["Gate status"], rows[1]["Channel status"], rows[1]["Requester"]));
        Assert.Equal(
            ((DateTimeOffset)shown["requestedWindow"]["from"]!).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            rows[1]["Requested from"]);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Every_list_is_a_file_for_whoever_may_see_the_list_and_for_nobody_else(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = await sluice.Deliverable();
        var release = await sluice.Planned(change);
        var heads = new Dictionary<string, string>
        {
            ["/changes.csv"] = "Change", ["/releases.csv?from=2020-01-01T00:00"] = "Release", ["/systems.csv?criticality=high"] = "System",
            ["/teams.csv?q=a"] = "Team", ["/customers.csv"] = "Customer", ["/people.csv"] = "Account", ["/audit.csv?actor=qa"] = "Record",
            ["/my-work.csv"] = "Asked of you", [$"/changes/{change}/history.csv"] = "Entry", [$"/releases/{release}/history.csv"] = "Entry",
            ["/systems/payments-api/history.csv"] = "Entry", ["/people/qa/history.csv"] = "Entry",
        };
        foreach (var (path, head) in heads)
        {
            using var file = await Fetch(sluice, "change-manager", path);
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
            Assert.Matches(@"^attachment; filename=""?[\w-]+-\d{4}-\d\d-\d\d\.csv""?$", file.Content.Headers.ContentDisposition!.ToString());
            var bytes = await file.Content.ReadAsByteArrayAsync();
            Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
            Assert.StartsWith(head + ",", Encoding.UTF8.GetString(bytes[3..]), StringComparison.Ordinal);

            using var nobody = await sluice.Http.GetAsync(path);
            Assert.Equal("/sign-in", nobody.Headers.Location?.AbsolutePath ?? nobody.RequestMessage!.RequestUri!.AbsolutePath);
        }
        foreach (var path in (string[])["/changes.csv?status=open", "/audit.csv?from=yesterday", "/releases.csv?until=soon"])
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Fetch(sluice, "auditor", path)).StatusCode);
        foreach (var path in (string[])[$"/changes/{change}/history.csv", $"/releases/{release}/history.csv", "/changes/CHG-999999/history.csv"])
            Assert.Equal(HttpStatusCode.NotFound, (await Fetch(sluice, "other-requester", path)).StatusCode);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task History_is_a_file_of_every_entry_in_words(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = await sluice.Deliverable();

        var rows = await Rows(sluice, "auditor", $"/changes/{change}/history.csv");

        Assert.Equal(Enumerable.Range(1, rows.Count).Reverse().Select(entry => $"{entry}"), rows.Select(row => row["Entry"]));
        Assert.Equal(("change.drafted", "drafted the change", "requester"), (rows[^1]["Act"], rows[^1]["What"], rows[^1]["Who"]));
        Assert.Equal(("Authorize", "Approved"), (rows[0]["Before"], rows[0]["After"]));
    }

    private static async Task<IReadOnlyList<Dictionary<string, string>>> Rows(RunningSluice sluice, string account, string path)
    {
        using var file = await Fetch(sluice, account, path);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        using var csv = new CsvReader(new StreamReader(await file.Content.ReadAsStreamAsync()), CultureInfo.InvariantCulture);
        var rows = new List<Dictionary<string, string>>();
        await csv.ReadAsync();
        csv.ReadHeader();
        while (await csv.ReadAsync())
            rows.Add(csv.HeaderRecord!.ToDictionary(head => head, head => csv.GetField(head)!));
        return rows;
    }

    private static async Task<HttpResponseMessage> Fetch(RunningSluice sluice, string account, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", "sluice=" + await sluice.Kept("session of " + account, running => Visitors.Session(running, account)));
        return await sluice.Http.SendAsync(request);
    }
}
