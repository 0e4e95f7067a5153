namespace Sluice.Mainframe.Tests.Accuracy;

/// <summary>What a text scan found and what the readers found, each as often as it was found.</summary>
internal sealed class Score(string kind, IEnumerable<string> truth, IEnumerable<string> read)
{
    private readonly Dictionary<string, int> truth = Counted(truth);
    private readonly Dictionary<string, int> read = Counted(read);

    public int Expected => truth.Values.Sum();

    public int Found => truth.Sum(row => Math.Min(row.Value, read.GetValueOrDefault(row.Key)));

    public double Recall => Expected == 0 ? 1 : (double)Found / Expected;

    public double Precision => read.Count == 0 ? 1 : (double)Found / read.Values.Sum();

    public IEnumerable<string> Missed => truth.Where(row => row.Value > read.GetValueOrDefault(row.Key)).Select(row => $"missed {row.Key}");

    public IEnumerable<string> Surplus => read.Where(row => row.Value > truth.GetValueOrDefault(row.Key)).Select(row => $"surplus {row.Key}");

    public override string ToString() => FormattableString.Invariant($"{kind,-24} {Expected,5} rows  recall {Recall:P1}  precision {Precision:P1}");

    private static Dictionary<string, int> Counted(IEnumerable<string> rows) =>
        rows.GroupBy(row => row).ToDictionary(row => row.Key, row => row.Count());
}
