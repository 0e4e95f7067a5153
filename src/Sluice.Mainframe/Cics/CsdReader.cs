using Sluice.Mainframe.Commands;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Cics;

/// <summary>
/// CICS resource definitions as DFHCSDUP reads and extracts them: which transaction runs which program, which data set a file is.
/// A reference's <see cref="Reference.Through"/> is the group that holds the definition.
/// </summary>
/// <remarks>CICS Transaction Server for z/OS, Resource Definition Guide, part "The DFHCSDUP utility".</remarks>
internal static class CsdReader
{
    public static void Read(string name, SourceText source, Findings findings) => Read(CommandSource.Of(name, source), findings);

    public static void Read(CommandSource source, Findings findings)
    {
        var statement = new Statement(findings);
        var commands = new CsdCommands(source, statement);
        while (commands.Next())
        {
            if (commands.IsBroken || statement.Text.IsCut)
                statement.Complain(0, "csd.unclosed-value", "A value is not closed where the next command begins.");
            Read(source.By, statement);
        }
    }

    private static void Read(Thing by, Statement statement)
    {
        var words = new Keywords(statement.Text.Span, quoted: false);
        if (!words.MoveNext())
            return;
        switch (CsdVerb.Of(words.Word))
        {
            // With an installation's own defaults.
            case "DEFINE" or "USERDEFINE":
                Define(statement, words, isNew: true);
                break;
            case "ALTER":
                Define(statement, words, isNew: false);
                break;
            case "DELETE":
                Delete(by, statement, words);
                break;
            case "ADD":
                PutInList(statement, words, Verb.Contains);
                break;
            case "REMOVE":
                PutInList(statement, words, Verb.Deletes);
                break;
            case "COPY" or "APPEND":
                Copy(statement, words);
                break;
            case null:
                statement.Complain(words.WordAt, "csd.unknown-command", $"{words.Word.Upper()} is no command of DFHCSDUP.");
                break;
        }
    }

    private static void Define(Statement statement, Keywords words, bool isNew)
    {
        if (!words.MoveNext() || !words.HasValue)
        {
            statement.Complain(words.WordAt, "csd.no-name", "The definition says no type and name.");
            return;
        }
        var type = ResourceType.Of(words.Word);
        var name = words.Value.Upper();
        var resource = type.Named(name);
        var why = SettledName.Why(words.Value);
        var at = words.ValueAt;
        var group = words.Find("GROUP", 1);
        if (isNew && why is null)
            statement.Define(resource.Kind, resource.Name, at);
        if (isNew && group is not null)
            statement.Refer(new(ThingKind.Resource, $"GROUP {group}"), Verb.Contains, resource, at,
                why ?? SettledName.Why(group));
        while (words.MoveNext())
            if (words.HasValue && !words.Value.IsEmpty && type.Attribute(words.Word) is { } attribute)
                statement.Refer(resource, attribute.Verb, ResourceType.Named(attribute.Kind, attribute.Type, words.Value.Upper()),
                    words.ValueAt, SettledName.WhyGeneric(words.Value), group);
    }

    /// <summary>One definition of a group, a whole group, or a list.</summary>
    private static void Delete(Thing by, Statement statement, Keywords words)
    {
        if (!words.MoveNext() || !words.HasValue)
            return;
        var type = words.Is("GROUP", 1) ? "GROUP" : words.Is("LIST", 2) ? "LIST" : null;
        var resource = type is null
            ? ResourceType.Of(words.Word).Named(words.Value.Upper())
            : new(ThingKind.Resource, $"{type} {words.Value.Upper()}");
        statement.Refer(by, Verb.Deletes, resource, words.ValueAt, SettledName.WhyGeneric(words.Value),
            type is null ? words.Find("GROUP", 1) : null);
    }

    private static void PutInList(Statement statement, Keywords words, Verb verb)
    {
        if (words.Find("LIST", 1) is not { } list)
            return;
        while (words.MoveNext())
            if (words.HasValue && words.Is("GROUP", 1))
                statement.Refer(new(ThingKind.Resource, $"LIST {list}"), verb,
                    new(ThingKind.Resource, $"GROUP {words.Value.Upper()}"),
                    words.ValueAt, SettledName.WhyGeneric(words.Value));
    }

    /// <summary>COPY GROUP, COPY of one definition, and APPEND of a list: where it goes is said by TO.</summary>
    private static void Copy(Statement statement, Keywords words)
    {
        var to = words.Find("TO");
        var copiedAs = words.Find("AS");
        var group = words.Find("GROUP", 1);
        if (to is null || !words.MoveNext() || !words.HasValue)
            return;
        var whole = words.Is("GROUP", 1) ? "GROUP" : words.Is("LIST", 1) ? "LIST" : null;
        if (whole is not null)
        {
            statement.Refer(new(ThingKind.Resource, $"{whole} {to}"), Verb.Uses,
                new(ThingKind.Resource, $"{whole} {words.Value.Upper()}"), words.ValueAt, SettledName.WhyGeneric(words.Value));
            return;
        }
        var copy = ResourceType.Of(words.Word).Named(copiedAs ?? words.Value.Upper());
        var why = SettledName.WhyGeneric(copiedAs ?? words.Value);
        if (why is null)
            statement.Define(copy.Kind, copy.Name, words.ValueAt);
        statement.Refer(new(ThingKind.Resource, $"GROUP {to}"), Verb.Contains, copy, words.ValueAt, why, group);
    }
}
