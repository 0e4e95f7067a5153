using Sluice.Bench.Estates.Writing;

namespace Sluice.Bench.Estates.Others;

/// <summary>An exec with which operators and programmers make their work lighter.</summary>
internal sealed class RexxSource(Deck deck, Dice dice, Catalogue catalogue, int number)
{
    public void Write(int lines)
    {
        deck.Add($"""
            /* REXX {Catalogue.Name(SourceKind.Rexx, number)}: {Catalogue.ApplicationOf(number).Name} */
            parse arg region cycle
            address TSO
            """);
        while (deck.Lines < lines)
            Some();
        deck.Add($"exit 0");
    }

    private void Some()
    {
        var code = Catalogue.ApplicationOf(number).Code;
        switch (dice.Below(6))
        {
            case 0:
                deck.Add($"""
                    "ALLOC FI(INDD) DA('PROD.{Catalogue.Master(code, dice.Below(Catalogue.Masters))}') SHR REUSE"
                    "EXECIO * DISKR INDD (STEM line. FINIS"
                    "FREE FI(INDD)"
                    """);
                break;
            case 1:
                deck.Add($"call {Any(SourceKind.Rexx)} region, cycle");
                break;
            case 2:
                var program = catalogue.AnyProgram(dice, Role.Batch, number % Application.All.Count);
                deck.Add($"\"CALL 'PROD.{code}.LOADLIB({Catalogue.Name(SourceKind.Cobol, program)})'\"");
                break;
            case 3:
                var job = catalogue.Any(dice, SourceKind.Job);
                deck.Add($"\"SUBMIT '{Library.Of(SourceKind.Job, job)}({Catalogue.Name(SourceKind.Job, job)})'\"");
                break;
            default:
                deck.Add($"""
                    if rc > {dice.Below(12)} then do
                      say '{dice.Of(Terms.Nouns)} failed:' rc
                      total = total + {dice.Below(100)}
                    end
                    """);
                break;
        }
    }

    private string Any(SourceKind kind) => Catalogue.Name(kind, catalogue.Any(dice, kind));
}
