using Sluice.Mainframe.Ims;

namespace Sluice.Mainframe.Pli;

// Enterprise PL/I for z/OS Language Reference, chapter "Program organization": CALL statement, FETCH and RELEASE statements
// (TITLE), entry data; chapter "Built-in functions, pseudovariables, and subroutines". IMS: Application Programming APIs, "PL/I:
// CALL PLITDLI".
internal sealed partial class PliMember
{
    // They come with the language. PLITDLI does not: it is IMS's, and calling it says something of the program.
    private static readonly HashSet<string> BuiltinSubroutines =
    [
        "PLIATTN", "PLICANC", "PLICKPT", "PLIDELETE", "PLIDUMP", "PLIFILL", "PLIFREE", "PLIMOVE", "PLIOVER", "PLIPARSE",
        "PLIPRINT", "PLIREST", "PLIRETC", "PLISAXA", "PLISAXB", "PLISAXC", "PLISAXD", "PLISRTA", "PLISRTB", "PLISRTC",
        "PLISRTD", "PLISTCK", "PLISTCKE", "PLISTCKF", "PLITEST", "PLITRAN11", "PLITRAN12", "PLITRAN21", "PLITRAN22", "RANDOM",
    ];

    private readonly List<Called> calls = [];
    private readonly Dictionary<string, PliToken> titles = [];

    private readonly record struct Called(PliToken Name, bool IsQualified, Verb Verb, Place Statement);

    private void CallStatement()
    {
        var statement = Current.At;
        Advance();
        var target = Current;
        Advance();
        // A.B and P->Q are entry variables.
        var isQualified = Current.Kind is PliTokenKind.Other && Current.Text is "." or "-";
        calls.Add(new(target, isQualified, Verb.Calls, statement));
        if (Current.Kind is PliTokenKind.Open && DliFunction.IsInterface(target.Name))
            DliCall(target, statement);
    }

    /// <summary>An entry that is declared, with arguments in an expression: <c>NET = TAX(GROSS);</c></summary>
    /// <returns>False: what is in the parentheses is yet to be read.</returns>
    private bool FunctionReference()
    {
        if (declared.Count > 0 && Following.Kind is PliTokenKind.Open
            && declared.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(Current.Text, out var found)
            && found is { IsEntry: true, IsVariable: false, IsBuiltin: false })
            calls.Add(new(Current, false, Verb.Calls, statementAt));
        return false;
    }

    /// <summary>Loads it before it is called, under the name of TITLE if there is one.</summary>
    private void FetchStatement()
    {
        var statement = Current.At;
        do
        {
            Advance();
            if (Current.Kind is not PliTokenKind.Word)
                return;
            calls.Add(new(Current, false, Verb.Uses, statement));
            var fetched = Current.Name;
            Advance();
            while (Current.Is("TITLE") || Current.Is("SET"))
            {
                var isTitle = Current.Is("TITLE");
                Advance();
                if (Argument() is { } argument && isTitle)
                    titles[fetched] = argument;
            }
        }
        while (Current.Kind is PliTokenKind.Comma);
    }

    private void SettleCalls()
    {
        foreach (var call in calls)
            if (Settled(call) is { } reference)
                references.Add(reference);
        var named = calls.Select(call => call.Name.Name).ToHashSet();
        foreach (var (entry, found) in declared)
            if (found is { IsEntry: true, IsVariable: false } && !named.Contains(entry) && !IsOwn(entry))
                Refer(Verb.Uses, ThingKind.Program, found.ExternalName ?? entry, found.At, Declaration(found.FirstName),
                    found.ExternalName is null ? null : entry);
    }

    /// <returns>Null of a procedure that is part of this program, and of what the language brings with it.</returns>
    private Reference? Settled(Called call)
    {
        var target = call.Name.Name;
        if (!call.IsQualified && procedures.Contains(target))
            return null;
        var (at, text) = (call.Name.At, scanner.Excerpt(call.Statement));
        if (call.IsQualified)
            return Held(call.Verb, ThingKind.Program, target, at, text, target);
        if (titles.TryGetValue(target, out var title))
            return title.Kind is PliTokenKind.Literal
                ? new(default, call.Verb, new(ThingKind.Program, title.Name), at, text) { Through = target }
                : Held(call.Verb, ThingKind.Program, target, at, text, title.Name);
        var found = declared.GetValueOrDefault(target);
        if (found is { IsBuiltin: true } || (found is null && BuiltinSubroutines.Contains(target)))
            return null;
        if (parameters.Contains(target) || found is { IsVariable: true })
            return Held(call.Verb, ThingKind.Program, target, at, text, target);
        return new(default, call.Verb, new(ThingKind.Program, found?.ExternalName ?? target), at, text)
        {
            Through = found?.ExternalName is null ? null : target,
        };
    }

    private bool IsOwn(string entry) => procedures.Contains(entry) || parameters.Contains(entry);

    private void ForgetNames()
    {
        (program, exportsAll) = (null, false);
        calls.Clear();
        titles.Clear();
        declared.Clear();
        procedures.Clear();
        parameters.Clear();
        exports.Clear();
        blocks.Clear();
        openLabels.Clear();
    }
}
