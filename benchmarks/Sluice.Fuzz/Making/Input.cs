namespace Sluice.Fuzz.Making;

/// <summary>What a reader is given.</summary>
/// <param name="Path">Decides, with the content, the language that it is read in.</param>
internal sealed record Input(long Number, string Path, byte[] Content);
