namespace Sluice.Mainframe.ControlCards;

/// <summary>Whose statements they are.</summary>
internal enum Utility
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
    Db2Utility,
}
