using Sluice.Kernel.Http;
using Sluice.Production.Systems;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Customers;

/// <summary>What a customer says, as a form.</summary>
/// <param name="FurtherSystems">Those that the form did not offer.</param>
/// <param name="Began">What an edit began with.</param>
public sealed record CustomerForm(
    string? Key = null, string? Name = null, string[]? Systems = null, string? FurtherSystems = null, string? Began = null)
{
    public static CustomerForm Of(ShowCustomer.Response customer) =>
        new(customer.Key, customer.Name, [.. customer.Systems], Began: Meanwhile.Write(DraftOf(customer)));

    public string? Value(string name) => name switch
    {
        "key" => Key,
        "name" => Name,
        "furtherSystems" => FurtherSystems,
        _ => null,
    };

    public IReadOnlyCollection<string> Chosen => Systems ?? [];

    public CustomerDraft ToDraft() => new(Key?.Trim(), Name, [.. Chosen.Union(TypedNames.Of(FurtherSystems))]);

    /// <summary>Only what differs from what the form began with.</summary>
    public MergePatch<CustomerDraft> ToPatch(CustomerDraft began)
    {
        var systems = ToDraft().Systems!;
        // The boxes stand in the order of the list, and to tick none of them is no edit.
        return new(
            new(Name: Meanwhile.Altered(Name, began.Name), Systems: systems.ToHashSet().SetEquals(began.Systems ?? []) ? null : systems),
            new HashSet<string>());
    }

    public static CustomerDraft DraftOf(ShowCustomer.Response customer) => new(customer.Key, customer.Name, customer.Systems);

    /// <summary>Goes on from what it says now, with what was typed over what the form began with.</summary>
    public CustomerForm Over(CustomerDraft began, CustomerDraft now)
    {
        var isSame = ToDraft().Systems!.ToHashSet().SetEquals(began.Systems ?? []);
        return this with
        {
            Name = Meanwhile.Kept(Name, began.Name, now.Name),
            Systems = isSame ? [.. now.Systems ?? []] : Systems,
            FurtherSystems = isSame ? null : FurtherSystems,
            Began = Meanwhile.Write(now),
        };
    }

    public static IReadOnlyList<(string What, string Value)> Said(CustomerDraft draft) =>
        [(EstateWords.Name, draft.Name ?? ""), (EstateWords.Systems, string.Join(", ", draft.Systems ?? []))];
}
