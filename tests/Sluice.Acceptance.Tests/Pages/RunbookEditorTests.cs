using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Acceptance.Tests.Releases;
using Sluice.Kernel.People;
using Sluice.Kernel.Tenancy;
using Sluice.Releases.Runbooks;
using Sluice.Web.Pages.Parts;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>The editor of a runbook, as a browser without scripts sends it.</summary>
public sealed class RunbookEditorTests
{
    private const string Manager = "release-manager";

    [Theory, ClassData(typeof(BothStores))]
    public async Task Steps_are_added_moved_copied_and_removed_and_nothing_is_kept_before_it_is_saved(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = await sluice.Drafted("To be edited");
        var release = await sluice.Planned(change);
        var form = await SentForm.Open(sluice, Manager, $"/releases/{release}/runbook");
        Assert.Empty(form.All("key"));

        form = await (await form.Press("add")).Fill("key", "first").Fill("title", "Begin").Fill("minutes", "5").Press("add:0");
        form = form.Fill("key", "second", 1).Fill("title", "Go on", 1).Fill("minutes", "7", 1).Fill("dependsOn", "first", 1);
        form = await (await form.Press("copy:1")).Press("up:2");
        Assert.Equal(["first", "second-2", "second"], form.All("key"));
        Assert.Equal(["Begin", "Go on", "Go on"], form.All("title"));
        form = await (await form.Press("down:0")).Press("up:2");
        Assert.Equal(["second-2", "first", "second"], form.All("key"));
        form = await form.Press("remove:2");
        Assert.Equal(["first", "second"], form.All("key"));
        Assert.Equal(["5", "7"], form.All("minutes"));
        Assert.Contains("12 min</strong> from the first step", form.Html, StringComparison.Ordinal);
        Assert.Empty((await sluice.Release(release))["steps"].AsArray());

        var saved = await form.Press("save");

        Assert.Equal(302, saved.Status);
        Assert.Contains("The runbook is written, 2 steps.", saved.Html, StringComparison.Ordinal);
        Assert.Equal(["first", "second"], Keys(await sluice.Release(release)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Every_wrong_field_is_told_beside_it_and_leads_to_it_and_what_was_typed_stays(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var release = await sluice.Planned(await sluice.Drafted("Wrong"));
        var form = await SentForm.Open(sluice, Manager, $"/releases/{release}/runbook");
        form = await (await form.Press("add")).Press("add");
        form = form.Fill("title", "<script>alert(1)</script>").Fill("minutes", "soon").Fill("dependsOn", "step-2").Fill("team", "nobody");
        form = await form.Fill("key", "not a key", 1).Fill("title", "", 1).Fill("dependsOn", "step-1", 1).Press("save");

        Assert.Equal(422, form.Status);
        foreach (var (field, code) in new[]
                 {
                     ("minutes-0", "step.minutes"), ("team-0", "team.unknown"), ("dependsOn-0", "step.unknown"), ("key-1", "key.malformed"),
                     ("title-1", "text.missing"),
                 })
        {
            Assert.Matches($"""<a href="#{field}">Step [12] .*?<code class="soft">{code}</code>""", form.Html);
            Assert.Matches($"""id="{field}"[^>]*aria-invalid="true" aria-describedby="wrong-{field[^1]}" """.TrimEnd(), form.Html);
        }
        Assert.Equal("<script>alert(1)</script>", form["title"]);
        Assert.DoesNotContain("<script>alert", form.Html, StringComparison.Ordinal);
        Assert.Equal(["soon", ""], form.All("minutes"));

        form = await form.Fill("minutes", "5").Fill("team", "").Fill("key", "step-2", 1).Fill("title", "Second", 1).Fill("minutes", "5", 1).Press("check");
        Assert.Contains("Each waits for the next: step-1 → step-2 → step-1.", WebText(form), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Steps_that_readiness_asks_for_are_written_for_every_change_that_lacks_them(Store store)
    {
        var sluice = await RunningSluice.On(store);
        string[] changes = [await sluice.Deliverable(), await sluice.Deliverable()];
        var release = await sluice.Planned(changes);
        await sluice.WriteRunbook(release, [ReleaseSteps.Step("own", "implement", changes[0], null)]);
        Assert.Contains("runbook.steps", await sluice.FailingChecks(release));
        var form = await SentForm.Open(sluice, Manager, $"/releases/{release}/runbook");

        form = await form.Fill("each", "20").Press("skeleton");

        Assert.Equal(
            ["own", $"implement-{changes[1]}", $"verify-{changes[0]}", $"verify-{changes[1]}", "communicate", $"back-out-{changes[0]}", $"back-out-{changes[1]}"],
            form.All("key"));
        Assert.Equal("own", form.All("backsOut")[5]);
        Assert.Equal(302, (await form.Press("save")).Status);
        var checks = await sluice.FailingChecks(release);
        Assert.DoesNotContain("runbook.steps", checks);
        Assert.DoesNotContain("runbook.communication", checks);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Runbook_of_an_earlier_release_is_taken_over_onto_the_changes_that_are_chosen(Store store)
    {
        var sluice = await RunningSluice.On(store);
        string[] old = [await sluice.Drafted("Old one"), await sluice.Drafted("Old two")];
        var earlier = await sluice.Planned(old);
        await sluice.WriteRunbook(earlier, ReleaseSteps.Runbook(old));
        var change = await sluice.Drafted("New");
        var form = await SentForm.Open(sluice, Manager, $"/releases/{await sluice.Planned(change)}/runbook");

        form = await form.Fill("from", earlier.ToLowerInvariant()).Press("take-over");
        Assert.Empty(form.All("key"));
        form = await form.Fill("onto-" + old[0], change).Fill("onto-" + old[1], TakenOver.LeftOut).Press("map");

        Assert.Equal([$"i-{change}", $"v-{change}", "tell", $"b-{change}"], form.All("key"));
        Assert.Equal([change, change, "", change], form.All("change"));
        Assert.Equal(["", $"i-{change}", "", ""], form.All("dependsOn"));
        Assert.Equal($"Step i-{change}", form["title"]);
        Assert.Equal(302, (await form.Press("save")).Status);
        Assert.Equal(422, (await (await SentForm.Open(sluice, Manager, $"/releases/{earlier}/runbook")).Fill("from", "REL-999999").Press("take-over")).Status);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_was_saved_meanwhile_is_told_step_by_step_and_taken_in_without_losing_what_was_typed(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var release = await sluice.Planned(await sluice.Drafted("Two at once"));
        JsonArray Steps(params (string Key, int Minutes)[] steps) => [.. steps.Select(step =>
        {
            var written = ReleaseSteps.Step(step.Key, "communicate", null, null);
            written["minutes"] = step.Minutes;
            return (JsonNode)written;
        })];
        await sluice.WriteRunbook(release, Steps(("a", 1), ("b", 2), ("c", 3)));
        var form = await SentForm.Open(sluice, Manager, $"/releases/{release}/runbook");
        await sluice.WriteRunbook(release, Steps(("a", 10), ("new", 9), ("b", 20)));

        form = await form.Fill("title", "Mine").Fill("minutes", "22", 1).Press("save");

        Assert.Equal(412, form.Status);
        Assert.Contains("version.stale", form.Html, StringComparison.Ordinal);
        var told = WebText(form);
        foreach (var line in (string[])
                 ["a minutes: 1 → 10", "b minutes: 2 → 20 · you wrote something else there", "new the step: nothing → Step new", "c the step: Step c"])
            Assert.Contains(line, told, StringComparison.Ordinal);
        Assert.Equal(["1", "22", "3"], form.All("minutes"));

        form = await form.Press("together");
        Assert.Equal(["a", "new", "b"], form.All("key"));
        Assert.Equal(["10", "9", "22"], form.All("minutes"));
        Assert.Equal("Mine", form["title"]);
        Assert.Equal(302, (await form.Press("save")).Status);
        Assert.Equal(["a", "new", "b"], Keys(await sluice.Release(release)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Release_that_has_started_meanwhile_is_not_altered_unseen(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = await sluice.Deliverable();
        var release = await sluice.Ready(change);
        var form = await SentForm.Open(sluice, Manager, $"/releases/{release}/runbook");
        await sluice.Run(release, "start");

        form = await form.Fill("title", "Altered").Press("save");

        Assert.Equal(412, form.Status);
        Assert.Contains("was Ready when you began and is Executing now", WebText(form), StringComparison.Ordinal);
        Assert.Equal(302, (await (await form.Press("together")).Press("save")).Status);
        Assert.True((bool)(await sluice.Release(release))["steps"]![0]!["deviation"]!);
    }

    [Theory, InlineData(200), InlineData(500)]
    public async Task Hundreds_of_steps_are_read_from_a_file_edited_saved_and_written_to_the_same_file(int count)
    {
        var sluice = await RunningSluice.On(Store.Postgres);
        var change = await sluice.Drafted("Many");
        var release = await sluice.Planned(change);
        var sheet = new StringBuilder("key,title,phase,change,team,owner,minutes,dependsOn,backsOut\r\n");
        for (var step = 0; step < count; step++)
            sheet.Append(CultureInfo.InvariantCulture, $"s{step},Step {step} of many,implement,{change},delivery,,5,{(step % 10 > 0 ? $"s{step - 1}" : "")},\r\n");
        var form = await SentForm.Open(sluice, Manager, $"/releases/{release}/runbook");

        form = await form.Upload("sheet", Encoding.UTF8.GetBytes(sheet.ToString()));
        Assert.Equal(count, form.All("key").Count);
        var watch = Stopwatch.StartNew();
        form = await form.Press($"down:{count / 2}");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"Moving one of {count} took {watch.Elapsed}.");
        Assert.Equal($"s{count / 2 + 1}", form.All("key")[count / 2]);
        Assert.Equal(302, (await (await form.Press($"up:{count / 2}")).Press("save")).Status);
        foreach (var path in (string[])["/runbook", "/runbook/print", "", "/run"])
            Assert.InRange(await form.Transferred($"/releases/{release}{path}"), 1_000, count <= 200 ? 60_000 : 150_000);

        Assert.Equal(count, (await sluice.Release(release))["steps"].AsArray().Count);
        Assert.Equal(sheet.ToString(), (await form.Read($"/releases/{release}/runbook?handler=Sheet")).TrimStart('\uFEFF'));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task File_that_cannot_be_read_is_refused_and_the_draft_stays(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var form = await SentForm.Open(sluice, Manager, $"/releases/{await sluice.Planned()}/runbook");
        form = (await form.Press("add")).Fill("title", "Kept");
        foreach (var (file, code) in new (byte[], string)[]
                 {
                     ([0x50, 0x4B, 0x03, 0x04, 0xFF, 0xFE, 0x80], "runbook.file-unreadable"), ([], "runbook.file-unreadable"),
                     ("\r\n\r\n"u8.ToArray(), "runbook.empty-sheet"), ("a,b\r\n1,2"u8.ToArray(), "runbook.no-header"),
                     ("title,colour\r\n1,2"u8.ToArray(), "runbook.column-unknown"), ("title,Title\r\n1,2"u8.ToArray(), "runbook.column-twice"),
                     ("title,key\r\n1,2,3"u8.ToArray(), "runbook.line"),
                 })
        {
            form = await form.Upload("sheet", file);
            Assert.Equal(422, form.Status);
            Assert.Contains(code, form.Html, StringComparison.Ordinal);
            Assert.Equal(["Kept"], form.All("title"));
        }
        Assert.Equal(422, (await form.Press("teapot:1")).Status);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Who_may_not_write_it_sees_why_and_nothing_to_fill_in(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var release = await sluice.Planned();
        var form = await SentForm.Open(sluice, "requester", $"/releases/{release}/runbook");

        Assert.Contains("release.not-manager", form.Html, StringComparison.Ordinal);
        Assert.Empty(form.All("op"));
        Assert.DoesNotContain("id=\"editor\"", form.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Edit runbook", await form.Read($"/releases/{release}"), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Nothing_is_reckoned_of_a_runbook_that_cannot_be_written_any_more(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var release = await sluice.Planned();
        var editor = await SentForm.Open(sluice, Manager, $"/releases/{release}/runbook");
        Assert.Contains("id=\"figures\"", editor.Html, StringComparison.Ordinal);
        await sluice.Run(release, "cancel", new { reason = "Not needed" });

        var page = await editor.Press("check");
        Assert.Equal(409, page.Status);
        Assert.Contains("release.not-in-status", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"figures\"", page.Html, StringComparison.Ordinal);

        // Figures would be those of the runbook that stands, and not of the one that is asked about.
        await using var scope = await sluice.ScopeOf(Manager);
        var tenant = scope.ServiceProvider.GetRequiredService<CurrentTenant>().Id;
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Enter(new(tenant, new(Manager), [new Role(Manager)]), Manager, [Scope.Read]);
        var asked = new WriteRunbook.Request([new(Key: "a", Title: "A", Phase: StepPhase.Prepare, Minutes: 5)]);
        var figures = await scope.ServiceProvider.GetRequiredService<CheckRunbook>().Handle(release, asked, default);
        Assert.Equal(["release.not-in-status"], figures.Refusal?.Reasons.Select(reason => reason.Code));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Paper_has_every_step_with_a_box_and_the_way_back_last_done_first(Store store)
    {
        var sluice = await RunningSluice.On(store);
        string[] changes = [await sluice.Drafted("One"), await sluice.Drafted("Two")];
        var release = await sluice.Planned(changes);
        await sluice.WriteRunbook(release, ReleaseSteps.Runbook(changes));
        var paper = (await SentForm.Open(sluice, "operations", $"/releases/{release}/runbook/print")).Html;

        var steps = System.Text.RegularExpressions.Regex.Matches(paper, "data-step=\"([^\"]+)\"").Select(step => step.Groups[1].Value);
        Assert.Equal(
        [
            $"i-{changes[0]}", $"v-{changes[0]}", $"i-{changes[1]}", $"v-{changes[1]}", "tell", $"b-{changes[1]}", $"b-{changes[0]}",
        ], steps);
        Assert.Equal(7, System.Text.RegularExpressions.Regex.Count(paper, "class=\"tick\""));
        Assert.Contains($"{release} · runbook {(await sluice.Release(release)).Text("runbookDigest")}", paper, StringComparison.Ordinal);
        Assert.Contains("(implementer-1)", paper, StringComparison.Ordinal);
        Assert.Contains("Nothing here", (await SentForm.Open(sluice, "other-requester", $"/releases/{release}/runbook/print")).Html, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Keys(Reply release) => release["steps"].AsArray().Select(step => (string)step!["key"]!);

    /// <summary>What is read, without the markup.</summary>
    private static string WebText(SentForm form) => System.Text.RegularExpressions.Regex.Replace(
        System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(form.Html, "<[^>]+>", "")), @"\s+", " ");
}
