using Sluice.Bench.Estates.Writing;

namespace Sluice.Bench.Estates.Definitions;

/// <summary>What CICS knows: each online program and its transaction, map sets, the masters of each application.</summary>
/// <remarks>They are dealt out to as many members as there are.</remarks>
internal sealed class CsdSource(Deck deck, Catalogue catalogue, int number)
{
    public void Write()
    {
        var members = catalogue.Count(SourceKind.Csd);
        deck.Add($"* RESOURCES OF REGION CICSP{number:D3}");
        foreach (var (at, program) in catalogue.Programs(Role.Online).Index())
            if (at % members == number)
                Transaction(program);
        for (var mapset = number; mapset < catalogue.Count(SourceKind.Bms); mapset += members)
            deck.Add($" DEFINE MAPSET({Catalogue.Name(SourceKind.Bms, mapset)}) GROUP(GRP{number:D4}) STATUS(ENABLED)");
        for (var application = number; application < Application.All.Count; application += members)
            for (var master = 0; master < Catalogue.Masters; master++)
                deck.Add($"""
                     DEFINE FILE({Catalogue.CicsFile(application, master)}) GROUP(GRP{number:D4})
                            DSNAME(PROD.{Catalogue.Master(Application.All[application].Code, master)})
                            READ(YES) UPDATE(YES) ADD(YES) BROWSE(YES) DELETE(YES)
                    """);
    }

    private void Transaction(int program) =>
        deck.Add($"""
             DEFINE PROGRAM({Catalogue.Name(SourceKind.Cobol, program)}) GROUP(GRP{number:D4})
                    LANGUAGE(COBOL) DATALOCATION(ANY) EXECKEY(USER)
             DEFINE TRANSACTION({Catalogue.Transaction(program)}) GROUP(GRP{number:D4})
                    PROGRAM({Catalogue.Name(SourceKind.Cobol, program)}) TWASIZE(0) STATUS(ENABLED)
                    TASKDATALOC(ANY) TASKDATAKEY(USER) ISOLATE(YES)
            """);
}
