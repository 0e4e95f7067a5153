using Sluice.Mainframe.Snapshots;

namespace Sluice.Mainframe.Estate;

/// <summary>Puts beside what one member says what the others say.</summary>
public sealed class Linking(Library library)
{
    private readonly JobLinks jobs = new(library);

    public Links Of(SnapshotEntry member)
    {
        if (library.ExternalsOnce(member) is not { } externals)
            return Links.None;
        if (member.Language is not Language.Jcl)
            return new([.. VariableLinks.Of(member, externals, library)], []);
        var said = externals.References.Select(said => said.Reference).ToList();
        var job = jobs.Of(member, said);
        var cards = CardLinks.Of(said.Concat(job.References.Select(link => link.Reference)), library);
        return job with { References = [.. job.References, .. cards] };
    }
}
