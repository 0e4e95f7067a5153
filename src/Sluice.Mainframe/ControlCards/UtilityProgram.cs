namespace Sluice.Mainframe.ControlCards;

/// <summary>Whose statements they are.</summary>
internal enum UtilityProgram
{
    None,
    Idcams,
    Dfsort,
    Icetool,
    Iebcopy,
    Iebgener,
    Iebupdte,
    Iehprogm,
    Binder,
    TsoBatch,
    Sql,
    Db2UtilityProgram,
    Dfsmsdss,
}
