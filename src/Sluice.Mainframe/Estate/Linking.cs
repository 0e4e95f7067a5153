using Sluice.Mainframe.Snapshots;

namespace Sluice.Mainframe.Estate;

/// <summary>Puts beside what one member says what the others say.</summary>
internal sealed class Linking(Library library)
{
    private readonly JobLinks jobs = new(library);

    /// <summary>Whether the others can tell anything that the member by itself cannot.</summary>
    public static bool Asks(Reading reading)
    {
        foreach (var reference in reading.References)
            if (reference.Variable is not null
                || (reading.Language is Language.Jcl && (JobLinks.Asks(reference) || CardLinks.Asks(reference))))
                return true;
        return false;
    }

    public Links Of(SnapshotEntry member)
    {
        if (library.ReadAfresh(member) is not { } reading)
            return Links.None;
        if (reading.Language is not Language.Jcl)
            return new([.. VariableLinks.Of(member, reading, library)], []);
        var job = jobs.Of(member, reading);
        var cards = CardLinks.Of(reading.References.Concat(job.References.Select(link => link.Reference)), library);
        return job with { References = [.. job.References, .. cards] };
    }
}
