namespace Sluice.Mainframe.Cobol;

// Enterprise COBOL for z/OS Language Reference, chapters "COBOL program structure" (divisions, END PROGRAM) and "Compiler-directing
// statements" (EJECT, SKIP and TITLE statements); each sentence and entry ends with a period.
internal sealed partial class CobolMember
{
    private bool hasData;
    private bool hasProcedure;
    private bool hasEnded;
    private Place broughtIn;

    /// <summary>Somebody copies it, who goes on where it ends.</summary>
    public bool IsCopied { get; set; }

    /// <summary>A program that was cut off on its way here was understood as far as it goes, and more was meant to be in it.</summary>
    private void ComplainOfEnd()
    {
        if (IsCopied || hasEnded || from.Kind is not ThingKind.Program || (broughtIn.Line > 0 && broughtIn == last))
            return;
        if (!beginsSentence)
            findings.Complain(Current.At, "cobol.ends-in-sentence", "The member ends before the sentence does: it may have been cut off.");
        else if (hasData && !hasProcedure)
            findings.Complain(Current.At, "cobol.ends-in-data-division", "The member ends in the DATA DIVISION: it may have been cut off.");
    }

    private void BeginProgram() => hasData = hasProcedure = hasEnded = false;

    private void BeginDivision(ref bool has) => has |= Advance().IsWord("DIVISION");

    /// <summary>What was brought in may end the sentence, or hold the rest of the program.</summary>
    private void BringIn()
    {
        broughtIn = Current.Kind is TokenKind.Period ? Current.At : last;
        beginsSentence = true;
    }

    /// <summary>They are for the listing, between sentences and within, and need no period.</summary>
    private void ListingControl()
    {
        var between = beginsSentence;
        if (Current.IsWord("TITLE") && Advance().Kind is not TokenKind.Literal)
            return;
        Advance();
        beginsSentence = between;
    }
}
