using Sluice.Mainframe.Commands;

namespace Sluice.Mainframe.Racf;

/// <summary>The commands that say something of profiles.</summary>
internal enum RacfVerb
{
    AddDataSet,
    AlterDataSet,
    DeleteDataSet,
    Define,
    Alter,
    Delete,
    Permit,
    Connect,
    Remove,
    AddUser,
    AlterUser,
    DeleteUser,
    AddGroup,
    AlterGroup,
    DeleteGroup,

    /// <summary>Lists, searches and sets options.</summary>
    Other,
}

/// <remarks>
/// z/OS Security Server RACF Command Language Reference, chapter "RACF commands": each command with its abbreviation.
/// </remarks>
internal static class RacfCommand
{
    private static readonly (string Name, string Short, RacfVerb Verb)[] All =
    [
        ("PERMIT", "PE", RacfVerb.Permit), ("RDEFINE", "RDEF", RacfVerb.Define), ("RALTER", "RALT", RacfVerb.Alter),
        ("RDELETE", "RDEL", RacfVerb.Delete), ("ADDSD", "AD", RacfVerb.AddDataSet), ("ALTDSD", "ALD", RacfVerb.AlterDataSet),
        ("DELDSD", "DD", RacfVerb.DeleteDataSet), ("CONNECT", "CO", RacfVerb.Connect), ("REMOVE", "RE", RacfVerb.Remove),
        ("ADDUSER", "AU", RacfVerb.AddUser), ("ALTUSER", "ALU", RacfVerb.AlterUser), ("DELUSER", "DU", RacfVerb.DeleteUser),
        ("ADDGROUP", "AG", RacfVerb.AddGroup), ("ALTGROUP", "ALG", RacfVerb.AlterGroup), ("DELGROUP", "DG", RacfVerb.DeleteGroup),
        ("SETROPTS", "SETR", RacfVerb.Other), ("RLIST", "RL", RacfVerb.Other), ("SEARCH", "SR", RacfVerb.Other),
        ("LISTUSER", "LU", RacfVerb.Other), ("LISTGRP", "LG", RacfVerb.Other), ("LISTDSD", "LD", RacfVerb.Other),
        ("PASSWORD", "PW", RacfVerb.Other), ("RACDCERT", "RACDCERT", RacfVerb.Other), ("RACMAP", "RACMAP", RacfVerb.Other),
        ("RACLINK", "RACLINK", RacfVerb.Other), ("RVARY", "RVARY", RacfVerb.Other), ("PHRASE", "PHRASE", RacfVerb.Other),
    ];

    public static RacfVerb? Of(Keywords words)
    {
        foreach (var (name, abbreviation, verb) in All)
            if (words.Is(name) || words.Is(abbreviation))
                return verb;
        return null;
    }
}
