namespace Sluice.Mainframe.ControlCards;

/// <summary>
/// The subcommands of DSN: RUN starts a program under a plan, BIND, REBIND and FREE make, remake and remove packages and plans.
/// Source: Db2 for z/OS Command Reference, chapters "DSN (TSO)", "RUN (DSN)", "BIND PACKAGE (DSN)", "BIND PLAN (DSN)", "REBIND
/// PACKAGE (DSN)", "REBIND PLAN (DSN)", "REBIND TRIGGER PACKAGE (DSN)", "FREE PACKAGE (DSN)", "FREE PLAN (DSN)", "DCLGEN (DSN)".
/// </summary>
/// <remarks>A pattern (COLLECTION.*) is a name of its own: it is all that fits it.</remarks>
internal static class DsnSubcommands
{
    /// <param name="parameters">At the command's first word.</param>
    /// <returns>False when it is none of DSN's.</returns>
    public static bool Read(CardStatement command, Parameters parameters)
    {
        if (parameters.Is("RUN"))
            Run(command, parameters);
        else if (parameters.Is("BIND"))
            Bind(command, parameters);
        else if (parameters.Is("REBIND"))
            Named(command, parameters, Verb.Binds);
        else if (parameters.Is("FREE"))
            Named(command, parameters, Verb.Deletes);
        else if (parameters.Is("DCLGEN"))
            Dclgen(command, parameters);
        else
            return parameters.Is("DSN") || parameters.Is("END");
        return true;
    }

    /// <summary>Without PLAN, the plan has the program's name.</summary>
    private static void Run(CardStatement command, Parameters parameters)
    {
        (int Start, int End)? program = null;
        var hasPlan = false;
        while (parameters.Next())
            if (!parameters.HasValue)
                continue;
            else if (parameters.Is("PROGRAM", 4))
            {
                program = parameters.Single();
                command.Refer(Verb.Runs, ThingKind.Program, program.Value.Start, program.Value.End);
            }
            else if (parameters.Is("PLAN", 2))
            {
                hasPlan = true;
                command.Refer(Verb.Uses, ThingKind.Plan, parameters.Single().Start, parameters.Single().End);
            }
            else if (parameters.Is("LIBRARY", 3))
                Library(command, parameters);
        if (!hasPlan && program is { } name)
            command.Refer(Verb.Uses, ThingKind.Plan, name.Start, name.End);
    }

    private static void Library(CardStatement command, Parameters parameters) =>
        command.ReferDataSet(Verb.Reads, parameters.Single().Start, parameters.Single().End);

    private static void Bind(CardStatement command, Parameters parameters)
    {
        var whole = parameters;
        var isBound = false;
        while (parameters.Next())
            // One BIND makes one package or plan; were there more, each would have to go through all options.
            if (parameters.Is("PACKAGE", 4) && parameters.HasValue && !isBound)
                isBound = BindPackage(command, parameters, whole);
            else if (parameters.Is("PLAN", 2) && parameters.HasValue && !isBound)
                isBound = BindPlan(command, parameters, whole);
            else if (parameters.Is("LIBRARY", 3) && parameters.HasValue)
                for (var libraries = parameters.Value; libraries.Next();)
                    command.ReferDataSet(Verb.Reads, libraries.WordStart, libraries.WordEnd);
    }

    /// <summary>
    /// <c>PACKAGE(location.collection) MEMBER(dbrm)</c>: the package has the DBRM's name; with COPY, that of the one copied.
    /// </summary>
    private static bool BindPackage(CardStatement command, Parameters package, Parameters options)
    {
        var (start, end) = package.Single();
        var (location, collection) = Qualified(command.Upper(start, end), 1);
        while (options.Next())
        {
            if (!options.HasValue || options.Single() is var (nameStart, nameEnd) && nameEnd <= nameStart)
                continue;
            var name = command.Upper(options.Single().Start, options.Single().End);
            var isMember = options.Is("MEMBER", 3);
            if (!isMember && !options.Is("COPY"))
                continue;
            var bound = new Thing(ThingKind.Package, $"{collection}.{name[(name.LastIndexOf('.') + 1)..]}");
            command.Refer(command.From, Verb.Binds, bound, start, location);
            if (isMember)
                command.Refer(bound, Verb.Contains, new Thing(ThingKind.Program, name), options.Single().Start);
            else
                command.Refer(command.From, Verb.Reads, new(ThingKind.Package, name), options.Single().Start);
            // A package is made of one DBRM.
            break;
        }
        return true;
    }

    /// <summary>What a plan is made of: packages, as its list has them, or DBRMs bound right into it.</summary>
    private static bool BindPlan(CardStatement command, Parameters parameters, Parameters options)
    {
        var (start, end) = parameters.Single();
        var plan = new Thing(ThingKind.Plan, command.Upper(start, end));
        command.Refer(command.From, Verb.Binds, plan, start);
        while (options.Next())
            if (options.Is("PKLIST", 3) && options.HasValue)
                for (var packages = options.Value; packages.Next();)
                {
                    var (location, name) = Qualified(command.Upper(packages.WordStart, packages.WordEnd), 2);
                    command.Refer(plan, Verb.Contains, new Thing(ThingKind.Package, name), packages.WordStart, location);
                }
            else if (options.Is("MEMBER", 3) && options.HasValue)
                for (var members = options.Value; members.Next();)
                    command.Refer(plan, Verb.Contains, ThingKind.Program, members.WordStart, members.WordEnd);
        return true;
    }

    /// <summary>REBIND and FREE: packages with collection, location and version, or plans; each can be a list.</summary>
    private static void Named(CardStatement command, Parameters parameters, Verb verb)
    {
        while (parameters.Next())
            if (parameters.Is("PACKAGE", 4))
                for (var packages = parameters.Value; packages.Next();)
                {
                    var (location, name) = Qualified(WithoutVersion(command.Upper(packages.WordStart, packages.WordEnd)), 2);
                    if (name.Length > 0)
                        command.Refer(command.From, verb, new Thing(ThingKind.Package, name), packages.WordStart, location);
                }
            else if (parameters.Is("PLAN", 2))
                for (var plans = parameters.Value; plans.Next();)
                    command.Refer(verb, ThingKind.Plan, plans.WordStart, plans.WordEnd);
    }

    private static string WithoutVersion(string name) => name.TrimEnd('.');

    /// <summary>A location comes first; a name with symbols is not taken apart, for periods can be the symbols' own.</summary>
    private static (string? Location, string Name) Qualified(string name, int parts)
    {
        if (name.Contains('&', StringComparison.Ordinal) || name.AsSpan().Count('.') < parts)
            return (null, name);
        var location = name.IndexOf('.', StringComparison.Ordinal);
        return (name[..location], name[(location + 1)..]);
    }

    /// <summary>Describes a table in a member that programs include.</summary>
    private static void Dclgen(CardStatement command, Parameters parameters)
    {
        while (parameters.Next())
            if (parameters.Is("TABLE") && parameters.HasValue)
                command.Refer(Verb.Reads, ThingKind.Table, parameters.Single().Start, parameters.Single().End);
            else if (parameters.Is("LIBRARY", 3) && parameters.HasValue)
                command.ReferDataSet(Verb.Writes, parameters.Single().Start, parameters.Single().End);
    }
}
