using Sluice.Bench.Estates.Writing;

namespace Sluice.Bench.Estates.Jobs;

/// <summary>A catalogued procedure with symbolic parameters.</summary>
internal sealed class ProcSource(Deck deck, Dice dice, Catalogue catalogue, int number)
{
    private readonly string name = Catalogue.Name(SourceKind.Proc, number);

    /// <summary>Which program its first step runs: jobs that run it override DD statements of it.</summary>
    public static int FirstProgram(Catalogue catalogue, int proc) =>
        catalogue.AnyProgram(new(0, (ulong)proc), Role.Batch, proc % Application.All.Count);

    public void Write(int lines)
    {
        deck.Add($"""
            //{name} PROC APP={Catalogue.ApplicationOf(number).Code},CYC=D,HLQ=PROD
            //*--------------------------------------------------------------------
            //* {dice.Of(Terms.Deeds)} {dice.Of(Terms.Nouns)}
            //*--------------------------------------------------------------------
            """);
        var steps = new Steps(
            deck, dice, catalogue, number % Application.All.Count, $"&HLQ..&APP..{name}", [$"&HLQ..&APP..{name}.INPUT"])
        {
            Prefix = "PS",
        };
        steps.Program(FirstProgram(catalogue, number));
        while (deck.Lines < lines && steps.Count < 90)
            steps.Any();
        if (dice.Percent(80))
            deck.Add($"//         PEND");
    }
}
