using System.Text.Json.Nodes;

namespace Sluice.Cli.Tests;

public sealed class WritingTests
{
    private const string Change = """
        {"ref":"CHG-1","status":"draft","deliveryStatus":"unplanned","revision":2,"version":7,
         "artefacts":[{"kind":"jcl","name":"PAYROLL","location":"PROD.JCL","sha256":"00","author":null},
                      {"kind":"jcl","name":"OTHER","location":"PROD.JCL","sha256":"01","author":null}]}
        """;

    [Fact]
    public async Task Edit_names_the_version_that_is_there_now_or_the_one_given()
    {
        using var server = new FakeServer(asked => new(200, Change, asked.Method == "GET" ? 7 : 8));
        using var shell = server.Shell();

        await shell.Run("change", "edit", "CHG-1", "--title", "New");
        await shell.Run("change", "edit", "CHG-1", "--title", "New", "--version", "5");

        Assert.Equal(
            ["GET /api/v1/changes/CHG-1 ", "PATCH /api/v1/changes/CHG-1 \"7\"", "PATCH /api/v1/changes/CHG-1 \"5\""],
            server.Requests.Select(request => $"{request} {request.IfMatch}"));
        Assert.Equal("""{"title":"New"}""", server.Requests[1].Body);
    }

    [Fact]
    public async Task Release_is_edited_field_by_field_at_the_version_that_is_there_now_or_the_one_given()
    {
        using var server = new FakeServer(_ => new(200, """{"ref":"REL-1","status":"planning","version":4}""", 4));
        using var shell = server.Shell();

        await shell.Run("release", "edit", "REL-1", "--title", "New", "--window", "2026-W14");
        await shell.Run("release", "edit", "REL-1", "--until", "2026-04-05T02:00+02:00", "--zone", "Europe/Zurich", "--version", "3");

        Assert.Equal(
            ["GET /api/v1/releases/REL-1 ", "PATCH /api/v1/releases/REL-1 \"4\"", "PATCH /api/v1/releases/REL-1 \"3\""],
            server.Requests.Select(request => $"{request} {request.IfMatch}"));
        Assert.Equal("""{"title":"New","window":"2026-W14"}""", server.Requests[1].Body);
        Assert.Equal("""{"until":"2026-04-05T00:00:00Z","zone":"Europe/Zurich"}""", server.Requests[2].Body);
    }

    [Fact]
    public async Task Options_win_over_the_file_and_leave_the_rest_of_it()
    {
        using var server = FakeServer.Saying(201, Change);
        using var shell = server.Shell();

        var ran = await shell.RunWith(
            """
            {"title":"Old","reason":"Law",
             "requestedWindow":{"from":"2026-03-07T20:00:00Z","until":"2026-03-07T21:00:00Z"}}
            """,
            "change", "new", "--file", "-", "--title", "New", "--until", "2026-03-07T23:30+01:00", "--system", "a", "--system", "b",
            "--artefact", "kind=jcl,name=PAY,location=PROD.JCL,sha256=ab");

        Assert.Equal((Exit.Yes, "CHG-1  gate: Draft, channel: Unplanned, revision 2  (version 7)\n"), (ran.Code, ran.Out));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""
            {"title":"New","reason":"Law","requestedWindow":{"from":"2026-03-07T20:00:00Z","until":"2026-03-07T22:30:00Z"},
             "systems":["a","b"],"artefacts":[{"kind":"jcl","name":"PAY","location":"PROD.JCL","sha256":"ab"}]}
            """), JsonNode.Parse(server.Requests[0].Body)));
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("reject")]
    public async Task Nobody_approves_or_rejects_a_revision_they_do_not_name(string decision)
    {
        using var server = FakeServer.Saying(200, Change);
        using var shell = server.Shell();

        var unread = await shell.Run("change", "decide", "CHG-1", decision, "--comment", "Sound");
        await shell.Run("change", "decide", "CHG-1", decision, "--comment", "Sound", "--revision", "1");

        Assert.Equal((Exit.Misused, ""), (unread.Code, unread.Out));
        foreach (var said in (string[])["--revision", "2 is there now", "sluice change show CHG-1", "sluice change diff CHG-1"])
            Assert.Contains(said, unread.Error, StringComparison.Ordinal);
        Assert.Equal(["GET", "POST"], server.Requests.Select(request => request.Method));
        Assert.Equal($$"""{"decision":"{{decision}}","comment":"Sound","revision":1}""", server.Requests[1].Body);
    }

    [Fact]
    public async Task Question_is_on_the_revision_that_is_there_now_or_the_one_given()
    {
        using var server = FakeServer.Saying(200, Change);
        using var shell = server.Shell();

        await shell.Run("change", "decide", "CHG-1", "request-information", "--comment", "Why?");
        await shell.Run("change", "decide", "CHG-1", "request-information", "--revision", "1");

        Assert.Equal("""{"decision":"request-information","comment":"Why?","revision":2}""", server.Requests[1].Body);
        Assert.Equal("""{"decision":"request-information","revision":1}""", server.Requests[2].Body);
    }

    [Fact]
    public async Task Members_of_a_folder_are_merged_into_what_is_there()
    {
        using var server = new FakeServer(_ => new(200, Change, 7));
        using var shell = server.Shell();
        shell.File("PROD.JCL/payroll.jcl", "//PAYROLL JOB 1\n");
        shell.File("PROD.JCL/NEW", "//NEW PROC\n");

        var ran = await shell.Run("change", "attach", "CHG-1", Path.Combine(shell.Folder, "PROD.JCL"), "--author", "jo");

        Assert.Equal(Exit.Yes, ran.Code);
        Assert.Equal("\"7\"", server.Requests[1].IfMatch);
        var artefacts = JsonNode.Parse(server.Requests[1].Body)!["artefacts"]!.AsArray();
        Assert.Equal(
            ["OTHER jcl 01", "NEW proc jo", "PAYROLL jcl jo"],
            artefacts.Select(a => $"{a!["name"]} {a["kind"]} {(a["author"] ?? a["sha256"])}"));
        Assert.Equal("4a46a3652ccef0360424493bc5161cf7bab8dc6c48303909be2a4d8f3b6eddc6", (string?)artefacts[2]!["sha256"]);
    }

    [Fact]
    public async Task Outrun_by_somebody_else_it_merges_again()
    {
        var patches = 0;
        using var server = new FakeServer(asked =>
            asked.Method == "PATCH" && ++patches == 1 ? new(412, """{"code":"version.stale"}""") : new(200, Change, 7 + patches));
        using var shell = server.Shell();

        var ran = await shell.Run("change", "attach", "CHG-1", shell.File("JCL/NEW", "//NEW JOB\n"));

        Assert.Equal((Exit.Yes, 2), (ran.Code, patches));
        Assert.Equal("\"8\"", server.Requests[3].IfMatch);
    }

    [Fact]
    public async Task Dry_run_sends_nothing_and_two_files_of_one_member_are_refused()
    {
        using var server = FakeServer.Saying(200, Change);
        using var shell = server.Shell();
        shell.File("src/payroll.cbl", "       PROGRAM-ID. PAYROLL.");
        shell.File("src/.git/config", "x");

        var dry = await shell.Run(
            "change", "attach", "CHG-1", Path.Combine(shell.Folder, "src"), "--dry-run", "--library", "PROD.COBOL");
        shell.File("src/payroll.jcl", "//PAYROLL JOB\n");
        var twins = await shell.Run("change", "attach", "CHG-1", Path.Combine(shell.Folder, "src"));

        Assert.Equal(Exit.Yes, dry.Code);
        Assert.Contains("cobol  PAYROLL  PROD.COBOL", dry.Out, StringComparison.Ordinal);
        Assert.Contains("\n1 cobol\n", dry.Out, StringComparison.Ordinal);
        Assert.Equal(Exit.Misused, twins.Code);
        Assert.Contains("PAYROLL in src", twins.Error, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Steps_alone_become_a_runbook_and_an_item_is_removed_with_the_releases_version()
    {
        using var server = new FakeServer(_ => new(200, """{"ref":"REL-1","status":"planning","version":4}""", 4));
        using var shell = server.Shell();

        await shell.Run("release", "runbook", "REL-1", shell.File("steps.json", """[{"key":"a"}]"""));
        await shell.Run("release", "remove", "REL-1", "CHG-1");

        Assert.Equal(
            ["GET /api/v1/releases/REL-1", "PUT /api/v1/releases/REL-1/runbook", "GET /api/v1/releases/REL-1",
                "DELETE /api/v1/releases/REL-1/items/CHG-1"],
            server.Requests.Select(request => request.ToString()));
        Assert.Equal("""{"steps":[{"key":"a"}]}""", server.Requests[1].Body);
        Assert.All(server.Requests.Where(request => request.Method != "GET"), request => Assert.Equal("\"4\"", request.IfMatch));
    }

    [Fact]
    public async Task Evidence_is_sent_as_a_file_with_its_kind_in_front()
    {
        using var server = FakeServer.Saying(201, """{"kind":"scan","title":"r.txt","sha256":"00"}""");
        using var shell = server.Shell();

        var ran = await shell.Run("change", "evidence", "CHG-1", shell.File("r.txt", "all clean"), "--kind", "scan");

        Assert.Equal(Exit.Yes, ran.Code);
        var body = server.Requests[0].Body;
        Assert.InRange(body.IndexOf("scan", StringComparison.Ordinal), 1, body.IndexOf("all clean", StringComparison.Ordinal));
    }
}
