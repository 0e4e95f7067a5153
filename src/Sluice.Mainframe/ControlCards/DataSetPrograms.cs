namespace Sluice.Mainframe.ControlCards;

/// <summary>
/// What the data set utilities do with DD statements that their control statements do not name. Source: DFSMSdfp Utilities, the
/// chapters "IEBGENER (Sequential Copy/Generate Data Set) Program" and "IEBCOMPR (Compare Data Sets) Program", job control.
/// </summary>
internal static class DataSetPrograms
{
    public static bool Has(string program) => program is "IEBGENER" or "ICEGENER" or "SYNCGENR" or "IEBCOMPR";

    /// <param name="parameter">Of the step that runs the utility: where it stands is where the utility is named.</param>
    public static void DdNames(string program, CardStatement parameter)
    {
        switch (program)
        {
            case "IEBGENER" or "ICEGENER" or "SYNCGENR":
                Named(parameter, Verb.Reads, "SYSUT1");
                Named(parameter, Verb.Writes, "SYSUT2");
                break;
            case "IEBCOMPR":
                Named(parameter, Verb.Reads, "SYSUT1");
                Named(parameter, Verb.Reads, "SYSUT2");
                break;
        }
    }

    private static void Named(CardStatement parameter, Verb verb, string name) =>
        parameter.Refer(parameter.From, verb, new(ThingKind.DdName, name), 0);
}
