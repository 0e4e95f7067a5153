namespace Sluice.Bench.Estates;

/// <summary>What an estate came to.</summary>
internal sealed record Written(int Members, long Lines, long Bytes);
