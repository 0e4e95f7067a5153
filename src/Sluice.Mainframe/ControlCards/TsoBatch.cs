using Sluice.Mainframe.Commands;
using Sluice.Mainframe.Racf;

namespace Sluice.Mainframe.ControlCards;

/// <summary>
/// TSO/E in batch (IKJEFT01 and its kin): the commands of SYSTSIN, and the first one in PARM. Source: TSO/E Command Reference
/// (ALLOCATE, CALL, EXEC, SUBMIT); TSO/E Customization, chapter "Executing the terminal monitor program", for PARM and SYSTSIN;
/// for what DSN adds, <see cref="DsnSubcommands"/>.
/// </summary>
internal static class TsoBatch
{
    private const string Prefixed =
        "Without quotes, TSO/E puts the prefix of the user's profile in front of a data set name, which is not known here.";

    private const string WhatRuns = "Whether it is a command, an exec or a CLIST, the libraries of the step tell.";

    public static void Read(Cards cards)
    {
        var commands = new Commands(cards, CommandForm.Tso);
        var command = cards.Statement();
        var hasRacf = false;
        while (commands.Next(command))
        {
            Command(command);
            var words = new Keywords(command.Span, quoted: true);
            hasRacf |= words.MoveNext() && RacfCommand.Of(words) is not null;
        }
        if (hasRacf)
            RacfReader.Read(new CommandSource(cards.From, cards.Source, cards.First, cards.Last), cards.Findings);
    }

    public static void Command(CardStatement command)
    {
        var parameters = new Parameters(command);
        if (!parameters.Next())
            return;
        if (parameters.Word is ['%', not '%', ..])
            Exec(command, parameters.WordStart + 1, parameters.WordEnd, "SYSPROC");
        else if (parameters.Is("CALL"))
            Call(command, parameters);
        else if (parameters.Is("EXEC", 2))
            Library(command, parameters, Verb.Runs, ThingKind.Program);
        else if (parameters.Is("SUBMIT", 3))
            Submit(command, parameters);
        else if (parameters.Is("ALLOCATE", 5))
            Allocate(command, parameters);
        else if (parameters.Is("ISPSTART") || parameters.Is("ISPF"))
            Dialog(command, parameters);
        // TSO/E has the commands of access method services for its own.
        else if (!DsnSubcommands.Read(command, parameters) && !Idcams.Command(command, 0))
            Implicit(command, parameters);
    }

    /// <summary>REXX outside of TSO/E: the exec, and what it is given.</summary>
    public static void Exec(CardStatement parameter)
    {
        var words = new Parameters(parameter);
        if (words.Next())
            Exec(parameter, words.Word is ['%', ..] ? words.WordStart + 1 : words.WordStart, words.WordEnd, "SYSEXEC");
    }

    /// <summary>A word that is no command of TSO/E: a command processor, an exec or a CLIST of the estate.</summary>
    private static void Implicit(CardStatement command, Parameters word)
    {
        if (word.HasValue || !MemberName.IsValid(word.Word.Upper()) || TsoCommandNames.Contains(word.Word))
            return;
        var text = command.OneLine(0, command.Length, word.WordStart);
        command.Refer(new Reference(
            command.From, Verb.Runs, new(ThingKind.Program, word.Word.Upper()), command.At(word.WordStart), text)
        {
            Certainty = Certainty.Candidate,
            Chain = [new(null, command.At(word.WordStart), text)],
            Why = WhatRuns,
        });
    }

    /// <summary><c>CALL 'LIB(PROG)' 'parameter'</c>; <c>CALL *(PROG)</c> searches as any step does.</summary>
    private static void Call(CardStatement command, Parameters parameters)
    {
        if (parameters.HasValue)
            Named(command, parameters, Verb.Runs);
        else
            Library(command, parameters, Verb.Runs, ThingKind.Program);
    }

    private static void Named(CardStatement command, Parameters parameters, Verb verb)
    {
        var (start, end) = parameters.Single();
        command.Refer(verb, ThingKind.Program, start, end);
    }

    private static void Submit(CardStatement command, Parameters parameters)
    {
        if (Library(command, parameters, Verb.Reads, ThingKind.ControlMember) is var (start, end) && end > start)
            command.Refer(new Reference(command.From, Verb.Runs, new(ThingKind.Job, command.Upper(start, end)), command.At(start),
                command.OneLine(0, command.Length, start))
            {
                Certainty = Certainty.Candidate,
                Chain = [new(null, command.At(start), command.OneLine(0, command.Length, start))],
                Why = "A member that is submitted usually has the name of the job in it.",
            });
    }

    /// <summary>A member of a library; without one in parentheses, the data set itself, or of a program TEMPNAME.</summary>
    /// <returns>Where the member's name is.</returns>
    private static (int Start, int End) Library(CardStatement command, Parameters parameters, Verb verb, ThingKind kind)
    {
        if (!parameters.Next())
            return default;
        if (parameters.Is("*") && parameters.HasValue)
        {
            Named(command, parameters, verb);
            return default;
        }
        var isQuoted = parameters.Word is ['\'', ..];
        var (start, end) = command.Bare(parameters.WordStart, parameters.WordEnd);
        var (memberStart, memberEnd) = parameters.HasValue ? parameters.Single() : (end, end);
        if (isQuoted && command.Span[start..end].IndexOf('(') is >= 0 and var open)
        {
            (memberStart, memberEnd) = (start + open + 1, start + command.Span[start..end].TrimEnd(')').Length);
            end = start + open;
        }
        var library = command.Upper(start, end);
        if (memberEnd > memberStart)
            command.Refer(verb, kind, memberStart, memberEnd, isQuoted ? library : null);
        DataSet(command, start, end, isQuoted, Verb.Reads);
        return (memberStart, memberEnd);
    }

    private static void DataSet(CardStatement command, int start, int end, bool isQuoted, Verb verb)
    {
        if (isQuoted || end <= start)
            command.ReferDataSet(verb, start, end);
        else
            command.Refer(
                new(command.From, verb, new(ThingKind.DataSet, command.Upper(start, end)), command.At(start),
                    command.OneLine(0, command.Length, start))
                {
                    Certainty = Certainty.Unresolved,
                    Why = Prefixed,
                });
    }

    private static void Exec(CardStatement command, int start, int end, string through) =>
        command.Refer(Verb.Runs, ThingKind.Program, start, end, through);

    /// <summary><c>ALLOCATE FILE(DD) DATASET('A.B')</c>: access is that of the program that opens the DD.</summary>
    private static void Allocate(CardStatement command, Parameters parameters)
    {
        string? ddName = null;
        var isNew = false;
        for (var sought = parameters; sought.Next();)
        {
            isNew |= sought.Is("NEW");
            if (sought.HasValue && (sought.Is("FILE", 1) || sought.Is("DDNAME", 2) && !sought.Is("DATASET", 2)))
                ddName = command.Upper(sought.Single().Start, sought.Single().End);
        }
        while (parameters.Next())
            if (parameters.HasValue && (parameters.Is("DATASET", 2) || parameters.Is("DSNAME", 2)))
                for (var names = parameters.Value; names.Next();)
                    if (names.Word is ['\'', ..])
                        command.ReferDataSet(isNew ? Verb.Creates : Verb.Uses, names.WordStart, names.WordEnd, ddName);
                    else if (!names.Is("*"))
                        DataSet(command, names.WordStart, names.WordEnd, false, isNew ? Verb.Creates : Verb.Uses);
    }

    /// <summary>ISPSTART CMD(%EXEC) and PGM(PROGRAM): ISPF User's Guide Volume I, chapter on the ISPSTART command.</summary>
    private static void Dialog(CardStatement command, Parameters parameters)
    {
        while (parameters.Next())
            if (parameters.Is("PGM") && parameters.HasValue)
                Named(command, parameters, Verb.Runs);
            else if (parameters.Is("CMD") && parameters.HasValue && parameters.Value is var value && value.Next())
                Exec(command, value.Word is ['%', ..] ? value.WordStart + 1 : value.WordStart, value.WordEnd, "SYSPROC");
    }
}
