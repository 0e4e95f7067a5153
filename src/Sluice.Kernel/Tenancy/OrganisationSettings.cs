using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Ledger;

namespace Sluice.Kernel.Tenancy;

/// <summary>What an organisation has agreed on for all its people.</summary>
internal sealed class OrganisationSettings : Record
{
    public const string Prefix = "organisation/";

    private OrganisationSettings() => (Key, Name) = (null!, null!);

    public string Key { get; private set; }

    /// <summary>As people read it.</summary>
    public string Name { get; private set; }

    /// <summary>An IANA id: by which clocks its nights are planned; null as long as nobody has said it.</summary>
    public string? Zone { get; private set; }

    public override string Ref => Key;
    public override string Chain => Prefix + Key;

    /// <summary>As it began, before anybody has set anything: nothing of it is stored, and its version is 0.</summary>
    public static OrganisationSettings Untouched(Organisation organisation) => new() { Key = organisation.Key, Name = organisation.Name };

    public void Edit(string name, string? zone, Actor admin, DateTimeOffset now)
    {
        if ((name, zone) == (Name, Zone))
            return;
        Acted(admin, "organisation.edited", now, new
        {
            name = new FreeText(name), zone, before = new { name = new FreeText(Name), zone = Zone },
        });
        (Name, Zone) = (name, zone);
    }
}
