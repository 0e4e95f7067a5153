using Sluice.Mainframe.Ims;

namespace Sluice.Mainframe.Cobol;

// Enterprise COBOL for z/OS Language Reference, chapters "COBOL program structure" (nested programs, END PROGRAM), "PROGRAM-ID paragraph",
// "ENTRY statement", "CALL statement" and "CANCEL statement".
internal sealed partial class CobolMember
{
    private const int MostNested = 200;

    private void ProgramId()
    {
        Advance();
        if (Current.Kind is TokenKind.Period)
            Advance();
        if (Current.Kind is not (TokenKind.Word or TokenKind.Literal) || Current.Text.IsWhiteSpace())
        {
            findings.Complain(Current.At, "cobol.program-without-name", "PROGRAM-ID is followed by no name.");
            return;
        }
        if (findings.Defines.Count == 0)
            scanner.ReadsDebuggingLines = false;
        identifies = true;
        BeginProgram();
        // Read to the end of what is around it when this one ends.
        if (outer.Count < MostNested)
            outer.Push(from);
        from = new(ThingKind.Program, Current.Name);
        findings.Define(ThingKind.Program, from.Name, Current.NameAt);
        Advance();
    }

    private void EndProgram()
    {
        Advance();
        if (!Current.IsWord("PROGRAM") && !Current.IsWord("FUNCTION"))
            return;
        CloseFiles(from);
        if (outer.TryPop(out var around))
            from = around;
        hasEnded = true;
        Advance();
        if (Current.Kind is TokenKind.Word or TokenKind.Literal)
            Advance();
    }

    /// <summary>Another name by which the program can be called; but DLITCBL is where IMS enters each of its programs.</summary>
    private void EntryStatement()
    {
        Advance();
        if (Current.Kind is TokenKind.Literal && Current.Text is not "DLITCBL")
            findings.Define(ThingKind.Program, Current.Name, Current.NameAt);
    }

    /// <remarks>A literal is called for certain; whether it is linked in or loaded is a compiler option, and alters nothing here.</remarks>
    private void CallStatement()
    {
        var begin = Current.At;
        var target = Advance();
        if (!NamesProgram(target, begin))
            return;
        Advance();
        SkipQualifiers();
        var isDli = target.Kind is TokenKind.Literal && DliFunction.IsInterface(target.Text);
        var first = handedOver.Count;
        // What is handed over, up to the next statement or phrase.
        while (Current.Kind is not (TokenKind.Period or TokenKind.End) && !(Current.Kind is TokenKind.Word && CobolVerbs.Begins(Current.Text)))
            if (isDli)
                HandedOver();
            else
                Advance();
        var text = Excerpt(begin);
        findings.Refer(Said(Verb.Calls, target, text));
        if (isDli)
            dliCalls.Add(new(from, first, handedOver.Count, text));
    }

    private void CancelStatement()
    {
        var begin = Current.At;
        if (!NamesProgram(Advance(), begin))
            return;
        while (Current.Kind is TokenKind.Literal || (Current.Kind is TokenKind.Word && !CobolVerbs.Begins(Current.Text)))
        {
            var target = Current;
            Advance();
            SkipQualifiers();
            findings.Refer(Said(Verb.Uses, target, Excerpt(begin)));
        }
    }

    private bool NamesProgram(Token target, Place begin)
    {
        if (target.Kind is TokenKind.Literal or TokenKind.Word && !target.Text.IsWhiteSpace())
            return true;
        findings.Complain(begin, "cobol.call-without-name", "No program is named.");
        return false;
    }

    private Reference Said(Verb verb, Token target, string text) => target.Kind is TokenKind.Literal
        ? new(from, verb, new(ThingKind.Program, target.Name.Trim()), target.NameAt, text)
        : Held(verb, ThingKind.Program, target, text);

    /// <summary>AUTHOR, SECURITY and the like: what follows is prose, in which COPY and CALL are words like others.</summary>
    private bool CommentEntry()
    {
        if (!Current.IsWord("AUTHOR") && !Current.IsWord("INSTALLATION") && !Current.IsWord("DATE-WRITTEN") && !Current.IsWord("DATE-COMPILED")
            && !Current.IsWord("SECURITY") && !Current.IsWord("REMARKS"))
            return false;
        scanner.SkipCommentEntry();
        Advance();
        return true;
    }

    /// <summary>A reference to what an item holds when the program runs.</summary>
    private Reference Held(Verb verb, ThingKind kind, Token item, string text) => new(from, verb, new(kind, item.Name), item.At, text)
    {
        Certainty = Certainty.Unresolved,
        Variable = item.Name,
        Why = $"{item.Name} is a variable, whose value is known at run time.",
    };
}
