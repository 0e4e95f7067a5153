namespace Sluice.Bench.Estates.Cobol;

/// <summary>A file of a batch program: the program says how it is opened, the step that runs it which data set it is.</summary>
/// <param name="Dd">The DD name.</param>
/// <param name="Mode">Of OPEN.</param>
internal sealed record BatchFile(string Dd, string Mode)
{
    private static readonly string[] Inputs = ["CUSTIN", "ACCTIN", "TRANIN", "RATEIN", "PARMIN", "ORDERIN", "LEDGIN"];
    private static readonly string[] Outputs = ["CUSTOUT", "ACCTOUT", "TRANOUT", "EXTRACT", "REPORT1", "ERRFILE", "LEDGOUT"];

    public bool IsMaster => Mode is "I-O";

    public static IReadOnlyList<BatchFile> Of(int program)
    {
        var dice = new Dice(0, (ulong)program);
        var (input, output) = (dice.Below(Inputs.Length), dice.Below(Outputs.Length));
        List<BatchFile> files = [new(Inputs[input], "INPUT"), new(Outputs[output], dice.Percent(10) ? "EXTEND" : "OUTPUT")];
        if (dice.Percent(40))
            files.Add(new(Inputs[(input + 1) % Inputs.Length], "INPUT"));
        if (dice.Percent(30))
            files.Add(new(Outputs[(output + 1) % Outputs.Length], "OUTPUT"));
        if (dice.Percent(50))
            files.Add(new("MASTER" + dice.Below(Catalogue.Masters), "I-O"));
        return files;
    }
}
