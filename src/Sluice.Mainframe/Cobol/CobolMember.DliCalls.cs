using Sluice.Mainframe.Ims;

namespace Sluice.Mainframe.Cobol;

// IMS Application Programming APIs, on DL/I calls in COBOL: CALL 'CBLTDLI' USING function, PCB or AIB, I/O area, segment search
// arguments; how many these are may stand before them.
internal sealed partial class CobolMember
{
    private const int BeforeSegments = 3;

    private readonly List<DliCall> dliCalls = [];
    private readonly List<Token> handedOver = [];

    /// <param name="First">In what is handed over.</param>
    private readonly record struct DliCall(Thing From, int First, int End, string Text);

    private void HandedOver()
    {
        if (Current.Kind is TokenKind.Literal)
            handedOver.Add(Current);
        else if (Current.Kind is TokenKind.Word && !Current.IsWord("USING") && !Current.IsWord("BY") && !Current.IsWord("REFERENCE")
            && !Current.IsWord("CONTENT") && !Current.IsWord("VALUE"))
        {
            handedOver.Add(Current);
            Advance();
            SkipQualifiers();
            return;
        }
        Advance();
    }

    /// <summary>
    /// Which segments the calls are for, as soon as it is known which items hold a function: many have them in a copybook, and then
    /// it is not known from here what is done to the segments.
    /// </summary>
    private void DliCalls()
    {
        if (dliCalls.Count == 0)
            return;
        var functions = new Dictionary<string, Verb>(StringComparer.OrdinalIgnoreCase);
        foreach (var (item, by, value, _) in assigned)
            if (by is AssignedBy.Value && value.Kind is TokenKind.Literal && DliFunction.Verb(value.Text) is { } verb)
                functions.TryAdd(item.Name, verb);
        foreach (var call in dliCalls)
        {
            var at = call.First;
            var verb = at < call.End ? Function(handedOver[at]) : null;
            if (verb is null && at + 1 < call.End && Function(handedOver[at + 1]) is { } counted)
                (at, verb) = (at + 1, counted);
            for (at += BeforeSegments; at < call.End; at++)
            {
                // What is inserted comes last; whether its parents are too, a command code says when it runs.
                var isParent = verb is Verb.Writes && at < call.End - 1;
                if (handedOver[at].Kind is TokenKind.Word)
                    findings.Refer(Held(isParent ? Verb.Uses : verb ?? Verb.Uses, ThingKind.Segment, handedOver[at], call.Text) with { From = call.From });
            }
        }

        Verb? Function(Token argument) => argument.Kind is TokenKind.Literal ? DliFunction.Verb(argument.Text)
            : functions.TryGetValue(argument.Name, out var verb) ? verb : null;
    }
}
