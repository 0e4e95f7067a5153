using Sluice.Mainframe.Ims;

namespace Sluice.Mainframe.Pli;

// IMS Application Programming APIs, on DL/I calls in PL/I: CALL PLITDLI (parmcount, function, PCB, I/O area, segment search
// arguments); AIBTDLI has an AIB where the PCB is, and CEETDLI may leave out how many parameters these are.
internal sealed partial class PliMember
{
    private const int BeforeSegments = 3;
    private const int MostHandedOver = 100;

    private readonly List<CallOfDli> dliCalls = [];

    private readonly record struct CallOfDli(PliToken[] Arguments, bool IsCounted, string Text);

    /// <summary>Of each argument the name or the constant; of a structure's member its own name.</summary>
    private void DliCall(PliToken target, Place statement)
    {
        List<PliToken> handedOver = [];
        PliToken argument = default;
        var text = scanner.Excerpt(statement);
        for (var depth = 0; !IsAtEnd; Advance())
        {
            depth += Current.Kind switch { PliTokenKind.Open => 1, PliTokenKind.Close => -1, _ => 0 };
            if (depth == 1 && Current.Kind is PliTokenKind.Word or PliTokenKind.Literal or PliTokenKind.Number)
                argument = Current;
            if ((depth > 1 || Current.Kind is not PliTokenKind.Comma) && depth > 0)
                continue;
            if (handedOver.Count < MostHandedOver)
                handedOver.Add(argument);
            argument = default;
            if (depth == 0)
                break;
        }
        dliCalls.Add(new([.. handedOver], !target.Is("CEETDLI"), text));
    }

    /// <summary>Which segments they are for, as soon as it is known which variables hold a function.</summary>
    private void SettleDliCalls()
    {
        if (dliCalls.Count == 0)
            return;
        var functions = new Dictionary<string, Verb>();
        foreach (var one in given)
            if (one is { By: AssignedBy.Value, Value.Kind: PliTokenKind.Literal } && DliFunction.Verb(one.Value.Text) is { } does)
                functions.TryAdd(one.Item.Name, does);
        foreach (var call in dliCalls)
        {
            var arguments = call.Arguments;
            var isCounted = call.IsCounted || arguments is [{ Kind: PliTokenKind.Number }, ..]
                || (arguments.Length > 1 && Function(arguments[1]) is not null);
            var at = isCounted ? 1 : 0;
            var verb = at < arguments.Length ? Function(arguments[at]) : null;
            for (at += BeforeSegments; at < arguments.Length; at++)
            {
                // What is inserted comes last; whether its parents are too, a command code says when it runs.
                var isParent = verb is Verb.Writes && at < arguments.Length - 1;
                if (arguments[at] is { Kind: PliTokenKind.Word } search)
                    references.Add(Held(
                        isParent ? Verb.Uses : verb ?? Verb.Uses, ThingKind.Segment, search.Name, search.At, call.Text, search.Name));
            }
        }
        dliCalls.Clear();

        Verb? Function(PliToken argument) => argument.Kind is PliTokenKind.Literal ? DliFunction.Verb(argument.Text)
            : argument.Kind is PliTokenKind.Word && functions.TryGetValue(argument.Name, out var does) ? does : null;
    }
}
