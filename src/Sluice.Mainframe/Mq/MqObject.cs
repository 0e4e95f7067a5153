using Sluice.Mainframe.Commands;

namespace Sluice.Mainframe.Mq;

/// <summary>An attribute of an MQ object that names another object or a program.</summary>
/// <param name="Type">Of a target of kind <see cref="ThingKind.Resource"/>.</param>
internal sealed record MqAttribute(string Name, Verb Verb, ThingKind Kind, string? Type = null);

/// <summary>A type of MQ object, its synonyms, and which of its attributes name other things.</summary>
/// <remarks>
/// IBM MQ Reference, "MQSC commands reference", the DEFINE command of each type. What a table row leaves out is read as a
/// resource without references.
/// </remarks>
internal sealed record MqObject(string[] Names, ThingKind Kind, params MqAttribute[] Attributes)
{
    private static readonly MqAttribute StorageClass = new("STGCLASS", Verb.Uses, ThingKind.Resource, "STGCLASS");
    private static readonly MqAttribute Structure = new("CFSTRUCT", Verb.Uses, ThingKind.Resource, "CFSTRUCT");
    private static readonly MqAttribute Process = new("PROCESS", Verb.Uses, ThingKind.Resource, "PROCESS");
    private static readonly MqAttribute InitiationQueue = new("INITQ", Verb.Uses, ThingKind.Queue);
    private static readonly MqAttribute BackoutQueue = new("BOQNAME", Verb.Uses, ThingKind.Queue);
    private static readonly MqAttribute TransmissionQueue = new("XMITQ", Verb.Uses, ThingKind.Queue);

    private static readonly MqObject[] All =
    [
        new(["QLOCAL", "QL"], ThingKind.Queue, Process, InitiationQueue, BackoutQueue, StorageClass, Structure,
            new("TARGET", Verb.Uses, ThingKind.Queue)),
        new(["QMODEL", "QM"], ThingKind.Queue, Process, InitiationQueue, BackoutQueue, StorageClass, Structure),
        new(["QREMOTE", "QR"], ThingKind.Queue, new MqAttribute("RNAME", Verb.Uses, ThingKind.Queue), TransmissionQueue),
        new(["QALIAS", "QA"], ThingKind.Queue,
            new MqAttribute("TARGET", Verb.Uses, ThingKind.Queue),
            new MqAttribute("TARGQ", Verb.Uses, ThingKind.Queue)),
        new(["CHANNEL", "CHL"], ThingKind.Resource, TransmissionQueue,
            new("SCYEXIT", Verb.Calls, ThingKind.Program),
            new("MSGEXIT", Verb.Calls, ThingKind.Program),
            new("SENDEXIT", Verb.Calls, ThingKind.Program),
            new("RCVEXIT", Verb.Calls, ThingKind.Program)),
        new(["PROCESS", "PRO"], ThingKind.Resource),
        new(["NAMELIST", "NL"], ThingKind.Resource),
        new(["TOPIC"], ThingKind.Resource),
        new(["SUB"], ThingKind.Resource,
            new MqAttribute("DEST", Verb.Writes, ThingKind.Queue),
            new MqAttribute("TOPICOBJ", Verb.Uses, ThingKind.Resource, "TOPIC")),
        new(["STGCLASS", "STC"], ThingKind.Resource),
        new(["CFSTRUCT"], ThingKind.Resource),
    ];

    public static MqObject Of(ReadOnlySpan<char> word)
    {
        foreach (var type in All)
            foreach (var name in type.Names)
                if (word.Equals(name, StringComparison.OrdinalIgnoreCase))
                    return type;
        return new([word.Upper()], ThingKind.Resource);
    }

    public bool Is(string name) => Names[0] == name;

    public Thing Named(string name) => Named(Kind, Names[0], name);

    public static Thing Named(ThingKind kind, string? type, string name) =>
        new(kind, kind == ThingKind.Resource ? $"{type} {name}" : name);

    public MqAttribute? Attribute(ReadOnlySpan<char> word)
    {
        foreach (var attribute in Attributes)
            if (word.Equals(attribute.Name, StringComparison.OrdinalIgnoreCase))
                return attribute;
        return null;
    }
}
