namespace Sluice.Bench.Estates;

/// <param name="Number">Among those of its kind, from 0.</param>
/// <param name="Lines">About as many as it gets.</param>
internal sealed record EstateMember(SourceKind Kind, int Number, int Lines, Flaw Flaw, bool IsEbcdic)
{
    public string Name => Catalogue.Name(Kind, Number);

    /// <summary>Below the estate's folder.</summary>
    public string Path => System.IO.Path.Combine(Library.Of(Kind, Number), Name);
}
