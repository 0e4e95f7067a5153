namespace Sluice.Web.Pages.Parts;

/// <summary>A field of which several may be chosen.</summary>
/// <param name="Further">Takes the keys of those that are not offered.</param>
public sealed record CheckField(Field Field, Offer Offer, IReadOnlyCollection<string> Chosen, Field Further);
