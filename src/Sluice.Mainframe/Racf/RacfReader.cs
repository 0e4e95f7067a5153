using Sluice.Mainframe.Commands;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Racf;

/// <summary>
/// RACF commands: which profiles they make and drop, what these protect, and who is let at them. Users and groups are profiles of
/// their classes, <c>USER PAYOPER</c> and <c>GROUP PAYROLL</c>. <see cref="Reference.Through"/> of a permission is who may do
/// what.
/// </summary>
/// <remarks>z/OS Security Server RACF Command Language Reference.</remarks>
internal static class RacfReader
{
    // Each operand holds for each profile, which is more than a reader may take time for when there are thousands of both.
    private const int MostProfiles = 50;

    public static void Read(string name, SourceText source, Findings findings) => Read(CommandSource.Of(name, source), findings);

    public static void Read(CommandSource source, Findings findings)
    {
        var statement = new Statement(findings);
        var commands = new TsoCommands(source, statement);
        while (commands.Next())
            Read(source.By, statement);
    }

    private static void Read(Thing by, Statement statement)
    {
        var words = new Keywords(statement.Text.Span, quoted: true);
        if (!words.MoveNext() || RacfCommand.Of(words) is not { } verb || verb == RacfVerb.Other)
            return;
        if (!IsListed(words) && !words.MoveNext())
        {
            statement.Complain(words.WordAt, "racf.no-name", "The command says no profile.");
            return;
        }
        switch (verb)
        {
            case RacfVerb.Permit:
                Permissions.Read(by, statement, words);
                break;
            case RacfVerb.AddDataSet or RacfVerb.AlterDataSet or RacfVerb.DeleteDataSet:
                Profiles(by, statement, words, "DATASET", Does(verb), words);
                break;
            case RacfVerb.Define or RacfVerb.Alter or RacfVerb.Delete:
                var type = words.Word.Upper();
                if (IsListed(words) || words.MoveNext())
                    Profiles(by, statement, words, type, Does(verb), words);
                else
                    statement.Complain(0, "racf.no-name", "The command says no profile.");
                break;
            case RacfVerb.Connect or RacfVerb.Remove:
                Members(statement, words, verb == RacfVerb.Connect ? Verb.Contains : Verb.Deletes);
                break;
            case RacfVerb.AddUser or RacfVerb.AlterUser or RacfVerb.DeleteUser:
                Profiles(by, statement, words, "USER", Does(verb), words);
                break;
            default:
                Profiles(by, statement, words, "GROUP", Does(verb), words);
                break;
        }
        if (words.IsBroken)
            statement.Complain(0, "racf.unclosed-value", "A parenthesis or apostrophe is not closed.");
    }

    /// <summary>A list in parentheses stands where a name could; it looks like the value of the word before it.</summary>
    private static bool IsListed(Keywords words) => words.HasValue;

    private static Verb Does(RacfVerb verb) => verb switch
    {
        RacfVerb.AddDataSet or RacfVerb.Define or RacfVerb.AddUser or RacfVerb.AddGroup => Verb.Creates,
        RacfVerb.DeleteDataSet or RacfVerb.Delete or RacfVerb.DeleteUser or RacfVerb.DeleteGroup => Verb.Deletes,
        _ => Verb.Updates,
    };

    /// <summary>One profile, or several in parentheses.</summary>
    private static void Profiles(Thing by, Statement statement, Keywords words, string type, Verb verb, Keywords rest)
    {
        if (!IsListed(words))
        {
            Profile(by, statement, new(type, words.Word, words.WordAt, words.IsQuoted), verb, rest);
            return;
        }
        var count = 0;
        for (var values = words.Values(); values.MoveNext(); count++)
            Profile(by, statement, new(type, values.Word, words.ValueAt + values.WordAt, values.IsQuoted), verb,
                count < MostProfiles ? rest : default);
        if (count > MostProfiles)
            statement.Complain(0, "racf.too-many-profiles",
                $"The command names more than {MostProfiles} profiles; what its operands say of the others was not read.");
    }

    private static void Profile(Thing by, Statement statement, ProfileName name, Verb verb, Keywords rest)
    {
        var why = name.Why;
        if (verb == Verb.Creates && why is null)
            statement.Define(ThingKind.SecurityProfile, name.Thing.Name, name.At);
        statement.Refer(by, verb, name.Thing, name.At, why);
        if (verb == Verb.Deletes)
            return;
        if (ResourceClass.Protects(name.Type, byMembers: false) is { } kind)
        {
            var protects = ResourceClass.Thing(kind, name.Text, out var open);
            statement.Refer(name.Thing, Verb.Uses, new(kind, protects.Upper()), name.At, why ?? open);
        }
        while (rest.MoveNext())
            if (rest.HasValue)
                Operand(statement, name, rest);
    }

    private static void Operand(Statement statement, ProfileName name, Keywords rest)
    {
        if (rest.Is("ADDMEM") || rest.Is("DELMEM"))
        {
            if (ResourceClass.Protects(name.Type, byMembers: true) is { } kind)
                for (var values = rest.Values(); values.MoveNext();)
                {
                    var member = ResourceClass.Thing(kind, values.Word, out var why);
                    statement.Refer(name.Thing, rest.Is("ADDMEM") ? Verb.Contains : Verb.Deletes, new(kind, member.Upper()),
                        rest.ValueAt + values.WordAt, why);
                }
            else if (name.Type is "PROGRAM")
                Libraries(statement, name, rest);
        }
        else if (rest.Is("DFLTGRP") || rest.Is("SUPGROUP"))
            statement.Refer(name.Thing, Verb.Uses, new(ThingKind.SecurityProfile, $"GROUP {rest.Value.Upper()}"), rest.ValueAt,
                SettledName.Why(rest.Value), rest.Word.Upper());
        else if (rest.Is("STDATA"))
            StartedAs(statement, name, rest);
    }

    /// <summary>The user whom a started procedure runs as.</summary>
    private static void StartedAs(Statement statement, ProfileName name, Keywords rest)
    {
        for (var data = rest.Values(); data.MoveNext();)
            if (data.HasValue && data.Is("USER"))
                statement.Refer(name.Thing, Verb.Uses, new(ThingKind.SecurityProfile, $"USER {data.Value.Upper()}"),
                    rest.ValueAt + data.ValueAt,
                    data.Value is ['=', ..] ? "The user is called as the started procedure is." : SettledName.Why(data.Value),
                    "STDATA");
    }

    /// <summary>Of class PROGRAM the members are libraries: <c>ADDMEM('PROD.LOADLIB'/VOL001/NOPADCHK)</c>.</summary>
    private static void Libraries(Statement statement, ProfileName name, Keywords rest)
    {
        for (var values = rest.Values(); values.MoveNext();)
        {
            if (values.Word is ['/', ..])
                continue;
            var library = values.Word.IndexOf('/') is >= 0 and var end ? values.Word[..end] : values.Word;
            statement.Refer(name.Thing, Verb.Uses, new(ThingKind.DataSet, library.Upper()), rest.ValueAt + values.WordAt,
                SettledName.WhyGeneric(library));
        }
    }

    private static void Members(Statement statement, Keywords words, Verb verb)
    {
        // Without GROUP it is the current group of whoever gives the command.
        var group = words.Find("GROUP");
        var from = new Thing(ThingKind.SecurityProfile, $"GROUP {group ?? "*"}");
        var unknown = group is null ? "Without GROUP it is the group of whoever gives the command." : SettledName.Why(group);
        if (!IsListed(words))
            statement.Refer(from, verb, new(ThingKind.SecurityProfile, $"USER {words.Word.Upper()}"), words.WordAt,
                unknown ?? SettledName.Why(words.Word));
        else
            for (var values = words.Values(); values.MoveNext();)
                statement.Refer(from, verb, new(ThingKind.SecurityProfile, $"USER {values.Word.Upper()}"),
                    words.ValueAt + values.WordAt, unknown ?? SettledName.Why(values.Word));
    }
}
