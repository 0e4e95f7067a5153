using Sluice.Mainframe.Commands;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Mq;

/// <summary>
/// Queues, channels, processes and the rest that MQSC commands define, and what these name. Names are shown in upper case.
/// </summary>
/// <remarks>IBM MQ Reference, "MQSC commands reference" and "Rules for using MQSC commands".</remarks>
internal static class MqscReader
{
    private static readonly MqAttribute Topic = new("TARGET", Verb.Uses, ThingKind.Resource, "TOPIC");

    public static void Read(string name, SourceText source, Findings findings) => Read(CommandSource.Of(name, source), findings);

    public static void Read(CommandSource source, Findings findings)
    {
        var statement = new Statement(findings);
        var commands = new MqscCommands(source, statement);
        while (commands.Next())
        {
            if (statement.Text.IsCut)
                statement.Complain(0, "mqsc.command-too-long", "The command goes on for too long; its end is left out.");
            Read(source.By, statement);
        }
    }

    private static void Read(Thing by, Statement statement)
    {
        var words = new Keywords(statement.Text.Span, quoted: true);
        if (!words.MoveNext())
            return;
        if (words.Is("DEFINE") || words.Is("DEF"))
            Define(statement, words, isNew: true);
        else if (words.Is("ALTER") || words.Is("ALT"))
            Define(statement, words, isNew: false);
        else if (words.Is("DELETE") && words.MoveNext() && words.HasValue)
        {
            var name = words.Name(out var at);
            statement.Refer(by, Verb.Deletes, MqObject.Of(words.Word).Named(name.Upper()), at, SettledName.Why(name));
        }
    }

    private static void Define(Statement statement, Keywords words, bool isNew)
    {
        if (!words.MoveNext() || !words.HasValue)
        {
            statement.Complain(words.WordAt, "mqsc.no-name", "The definition says no type and name.");
            return;
        }
        var type = MqObject.Of(words.Word);
        var name = words.Name(out var at);
        var what = type.Named(name.Upper());
        if (SettledName.Why(name) is { } why)
            statement.Complain(at, "mqsc.unsettled-name", why);
        else if (isNew)
            statement.Define(what.Kind, what.Name, at);
        var manager = words.Find("RQMNAME");
        var isTopic = words.Find("TARGTYPE") == "TOPIC";
        if (type.Is("PROCESS"))
            Application(statement, words, what);
        else if (type.Is("NAMELIST"))
            Names(statement, words, what);
        while (words.MoveNext())
            if (words.HasValue && (type.Attribute(words.Word) ?? (words.Is("LIKE") ? Model(type) : null)) is { } attribute)
                Refer(statement, words, what, isTopic && attribute.Name == "TARGET" ? Topic : attribute,
                    attribute.Name == "RNAME" ? manager : null);
        if (words.IsBroken)
            statement.Complain(0, "mqsc.unclosed-value", "A parenthesis or apostrophe is not closed.");
    }

    private static MqAttribute Model(MqObject type) => new("LIKE", Verb.Uses, type.Kind, type.Names[0]);

    private static void Refer(Statement statement, Keywords words, Thing from, MqAttribute attribute, string? through)
    {
        // Exits of a channel may be several.
        var values = words.Values();
        while (values.MoveNext())
        {
            if (values.Word.IsEmpty || values.Word.IsWhiteSpace())
                continue;
            statement.Refer(from, attribute.Verb, MqObject.Named(attribute.Kind, attribute.Type, values.Word.Upper()),
                words.ValueAt + values.WordAt, SettledName.Why(values.Word), through);
        }
    }

    /// <summary>
    /// APPLICID is a transaction where APPLTYPE says CICS or IMS and otherwise a program. Left out, APPLTYPE is that of the
    /// platform, on z/OS MVS.
    /// </summary>
    private static void Application(Statement statement, Keywords words, Thing process)
    {
        var type = words.Find("APPLTYPE");
        while (words.MoveNext())
            if (words.HasValue && words.Is("APPLICID"))
            {
                var name = words.Name(out var at);
                // What comes after a blank is passed to the program.
                var end = name.IndexOf(' ');
                var program = end < 0 ? name : name[..end];
                var isTransaction = type is "CICS" or "IMS";
                if (!program.IsEmpty)
                    statement.Refer(process, isTransaction ? Verb.Starts : Verb.Runs,
                        new(isTransaction ? ThingKind.Transaction : ThingKind.Program, program.Upper()), at,
                        SettledName.Why(program), type);
            }
    }

    private static void Names(Statement statement, Keywords words, Thing list)
    {
        var type = words.Find("NLTYPE");
        var kind = type switch
        {
            "CLUSTER" => "CLUSTER",
            "AUTHINFO" => "AUTHINFO",
            _ => null,
        };
        var why = type is "Q" or "QUEUE" || kind is not null ? null : "NLTYPE does not say what these names are.";
        while (words.MoveNext())
            if (words.HasValue && words.Is("NAMES"))
                for (var values = words.Values(); values.MoveNext();)
                    if (!values.Word.IsEmpty)
                        statement.Refer(list, Verb.Contains,
                            MqObject.Named(kind is null ? ThingKind.Queue : ThingKind.Resource, kind, values.Word.Upper()),
                            words.ValueAt + values.WordAt, why ?? SettledName.Why(values.Word));
    }
}
