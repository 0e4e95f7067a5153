using Sluice.Acceptance.Tests.Hosting;
using Sluice.Acceptance.Tests.Releases;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>What is typed survives the end of a session, and nothing is done with it until its writer sends it again.</summary>
public sealed class KeptFormTests
{
    private const string Session = "sluice";

    private static readonly (string, string)[] Draft =
    [
        ("title", "Typed for an hour"), ("reason", "Line one.\nLine <two> & \"three\"."), ("kind", "emergency"), ("securityImpact", "high"),
        ("systems", "payments-api"), ("systems", "ledger-db"), ("requestedWindow/x", "kept too"), ("from", "2064-01-10T22:00"),
        ("testPlan", "Read 200 accounts."),
    ];

    [Theory, ClassData(typeof(BothStores))]
    public async Task Draft_sent_after_the_session_ended_comes_back_with_everything_in_its_place(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var typist = new Typist(sluice);
        await typist.SignIn("requester");
        var form = await typist.Open("/changes/new");
        typist.Forget(Session);

        var signIn = await typist.Send(form, null, Draft);
        Assert.Equal(401, signIn.Status);
        Assert.Contains("Your session had ended before this was sent", signIn.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Typed for an hour", signIn.Html, StringComparison.Ordinal);
        Assert.Equal("requester", signIn.Value("account"));

        var back = await typist.Send(signIn, "Persona", ("account", "requester"));
        Assert.Equal((409, "/changes/new"), (back.Status, back.Address));
        Assert.Contains("session.ended", back.Text, StringComparison.Ordinal);
        Assert.Equal("Typed for an hour", back.Value("content-title"));
        Assert.Equal("Line one.\nLine <two> & \"three\".", back.Value("content-reason"));
        Assert.Equal("high", back.Value("content-securityImpact"));
        Assert.Equal("2064-01-10T22:00", back.Value("content-requestedWindow-from"));
        Assert.Contains("value=\"ledger-db\" checked", back.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"emergency\" checked", back.Html, StringComparison.Ordinal);
        Assert.Empty((await (await sluice.As("requester")).Get("/changes?q=Typed+for+an+hour")).Json["items"]!.AsArray());

        // Sent once more, it is an ordinary form: what is still missing is said.
        var sent = await typist.Send(back, null, Draft);
        Assert.Equal(422, sent.Status);
        Assert.DoesNotContain("session.ended", sent.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Approval_sent_after_the_session_ended_signs_nothing_until_it_is_sent_again(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var reference = await sluice.Assessed("Approved too late");
        var typist = new Typist(sluice);
        await typist.SignIn("app-owner");
        var page = await typist.Open($"/changes/{reference}");
        typist.Forget(Session);
        // Another host, or one with other keys: neither cookie says anything to it.
        typist.Forget("sluice-form");

        var signIn = await typist.Send(page, "Decide", ("decision", "approve"), ("comment", "Owns it."));
        var back = await typist.Send(signIn, "Persona", ("account", "app-owner"));

        Assert.Equal("Owns it.", back.Value("decision-comment"));
        Assert.Contains("value=\"approve\" checked", back.Html, StringComparison.Ordinal);
        Assert.Empty((await (await sluice.As("auditor")).Get($"/changes/{reference}"))["decisions"].AsArray());
        var decided = await typist.Send(back, "Decide", ("decision", "approve"), ("comment", "Owns it."));
        Assert.Contains("You approved revision 1", decided.Text, StringComparison.Ordinal);
        Assert.Single((await (await sluice.As("auditor")).Get($"/changes/{reference}"))["decisions"].AsArray());
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Who_signs_out_after_the_session_ended_is_not_signed_out_again_by_signing_in(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var typist = new Typist(sluice);
        await typist.SignIn("requester");
        var page = await typist.Open("/");
        typist.Forget(Session);

        var signIn = await typist.Press(page, "/sign-out");
        var back = await typist.Send(signIn, "Persona", ("account", "requester"));

        Assert.DoesNotContain("Your session had ended before this was sent", signIn.Text, StringComparison.Ordinal);
        Assert.Equal(200, back.Status);
        Assert.Equal(200, (await typist.Open("/changes/new")).Status);
        Assert.Equal("/changes/new", (await typist.Open("/changes/new")).Address);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Settings_and_a_new_password_sent_after_the_session_ended_do_nothing_and_no_password_travels(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var typist = new Typist(sluice);
        await typist.SignIn("requester");
        var page = await typist.Open("/settings");
        typist.Forget(Session);

        var signIn = await typist.Send(page, null, ("zone", "Asia/Kathmandu"), ("theme", "dark"));
        var back = await typist.Send(signIn, "Persona", ("account", "requester"));
        Assert.Contains("session.ended", back.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Asia/Kathmandu", (await typist.Open("/")).Html, StringComparison.Ordinal);

        var passwords = await typist.Open("/settings");
        typist.Forget(Session);
        var kept = await typist.Send(
            passwords, "Password", ("oldPassword", "the old password"), ("newPassword", "a new long password"), ("passwordAgain", "a new long password"));
        var again = await typist.Send(kept, "Persona", ("account", "requester"));
        Assert.DoesNotContain("a new long password", again.Html, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Ticked_changes_sent_after_the_session_ended_are_added_when_they_are_sent_again(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var (change, release) = (await sluice.Deliverable(), await sluice.Planned());
        var typist = new Typist(sluice);
        await typist.SignIn("release-manager");
        var page = await typist.Open($"/releases/add-several?change={change}&release={release}");
        typist.Forget(Session);

        var signIn = await typist.Send(page, null);
        var back = await typist.Send(signIn, "Persona", ("account", "release-manager"));
        Assert.Equal(409, back.Status);
        Assert.Contains("session.ended", back.Text, StringComparison.Ordinal);
        Assert.Empty((await (await sluice.As("auditor")).Get($"/releases/{release}"))["items"].AsArray());

        var added = await typist.Send(back, null);
        Assert.Equal((200, $"/releases/add-several?release={release}&sent=true&change={change}"), (added.Status, added.Address));
        Assert.Contains("1 of 1 added", added.Text, StringComparison.Ordinal);
        // It says what is so whenever it is read, also of one that is free to be added by now.
        var other = await sluice.Deliverable();
        var read = await typist.Open($"{added.Address}&change={other}");
        Assert.Contains("1 of 2 added", read.Text, StringComparison.Ordinal);
        Assert.Contains("Not added Nothing speaks against it any more.", read.Text, StringComparison.Ordinal);
        Assert.Contains($"Add 1 to {release}", read.Text, StringComparison.Ordinal);
        Assert.Single((await (await sluice.As("auditor")).Get($"/releases/{release}"))["items"].AsArray());
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Nobody_else_sees_what_was_typed_nor_sends_it_in_their_own_name(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var reference = await sluice.Assessed("Not for other eyes");
        var typist = new Typist(sluice);
        await typist.SignIn("app-owner");
        var page = await typist.Open($"/changes/{reference}");

        // The page stays open; somebody else signs in to this browser.
        await typist.SignIn("change-manager");
        var signIn = await typist.Send(page, "Decide", ("decision", "approve"), ("comment", "In whose name?"));
        Assert.Contains("shown to app-owner, and you are signed in as change-manager", signIn.Text, StringComparison.Ordinal);
        foreach (var sheet in new[] { signIn, await typist.Send(signIn, "Persona", ("account", "change-manager")) })
            Assert.DoesNotContain("In whose name?", sheet.Html, StringComparison.Ordinal);
        Assert.Empty((await (await sluice.As("auditor")).Get($"/changes/{reference}"))["decisions"].AsArray());

        var owner = await typist.Send(signIn, "Persona", ("account", "app-owner"));
        Assert.Equal("In whose name?", owner.Value("decision-comment"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Stale_token_gives_back_what_was_typed_and_does_nothing(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var reference = await sluice.Drafted("Said too late");
        var typist = new Typist(sluice);
        await typist.SignIn("requester");
        var page = await typist.Open($"/changes/{reference}");
        typist.Forget("sluice-form");

        var back = await typist.Send(page, "Comment", ("text", "Still here"));

        Assert.Equal(409, back.Status);
        Assert.Contains("form.too-old", back.Text, StringComparison.Ordinal);
        Assert.Equal("Still here", back.Value("comment-text"));
        var done = await typist.Send(back, "Comment", ("text", "Still here"));
        Assert.Contains("Your comment is in the history", done.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Form_of_another_site_is_kept_for_nobody(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var typist = new Typist(sluice);
        await typist.SignIn("requester");
        var form = await typist.Open("/changes/new");
        typist.Forget(Session);
        typist.Site = "cross-site";

        var signIn = await typist.Send(form, null, Draft);

        Assert.DoesNotContain("__kept", signIn.Html, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Sealed_form_that_was_tampered_with_or_belongs_elsewhere_gives_nothing_back(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var typist = new Typist(sluice);
        await typist.SignIn("requester");
        var form = await typist.Open("/changes/new");
        typist.Forget(Session);
        var signIn = await typist.Send(form, null, Draft);
        await typist.SignIn("requester");
        var sealedForm = System.Text.RegularExpressions.Regex.Match(signIn.Html, "name=\"__kept\" value=\"([^\"]+)\"").Groups[1].Value;

        var other = $"/changes/{await sluice.Drafted("Another form")}/edit";
        foreach (var (path, kept) in new[] { (other, sealedForm), ("/changes/new", sealedForm[..^4] + "AAAA"), ("/changes/new", "") })
        {
            var answer = await typist.Send(await typist.Open(path), null, ("__kept", kept), ("title", "Typed for an hour"));
            Assert.DoesNotContain("Typed for an hour", answer.Html, StringComparison.Ordinal);
        }
    }
}
