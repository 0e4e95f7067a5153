using Microsoft.Extensions.DependencyInjection;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Kernel;
using Sluice.Kernel.History;
using Sluice.Kernel.People;
using Sluice.Kernel.Tenancy;

namespace Sluice.Acceptance.Tests.Changes;

public sealed class CommentTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Comments_stand_in_the_order_they_were_made_with_who_made_them(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var path = $"/changes/{(await sluice.Drafted()).Ref}/comments";
        foreach (var account in (string[])["support", "stakeholder"])
        {
            var said = (await (await sluice.As(account)).Post(path, new { text = $"Says {account}" })).Is(201);
            Assert.Equal("/api/v1" + path, said.Headers.Location!.OriginalString);
        }

        var comments = (await (await sluice.As("auditor")).Get(path)).Is(200)["items"].AsArray();

        Assert.Equal(
            [("support", "Says support"), ("stakeholder", "Says stakeholder")],
            comments.Select(comment => ((string)comment!["by"]!, (string)comment["text"]!)));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Auditors_leave_no_comments(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var path = $"/changes/{(await sluice.Drafted()).Ref}/comments";

        (await (await sluice.As("auditor")).Post(path, new { text = "Hm" })).IsRefused(403, "comment.auditor");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Nobody_comments_on_people_whose_history_nobody_can_redact(Store store)
    {
        var sluice = await RunningSluice.On(store);
        await using var scope = await sluice.ScopeOf("support");
        var tenant = scope.ServiceProvider.GetRequiredService<CurrentTenant>().Id;
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Enter(
            new(tenant, new("support"), [new Role("support")]), "support", [Scope.Write]);

        var said = await scope.ServiceProvider.GetRequiredService<AddComment>()
            .Handle(KernelModule.People, "qa", new("Hm"), default);

        Assert.Equal("comment.none", Assert.Single(said.Refusal!.Reasons).Code);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Comment_says_something_and_not_too_much(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var path = $"/changes/{(await sluice.Drafted()).Ref}/comments";
        var support = await sluice.As("support");

        foreach (var text in (string[])["", " \t", new string('c', 4_001)])
            Assert.Equal(["/text"], (await support.Post(path, new { text })).Is(422).Pointers);
        (await support.Post(path, new { text = new string('c', 4_000) })).Is(201);
    }
}
