namespace Sluice.Mainframe.Jcl;

/// <summary>
/// DISP: what a data set is when the step begins and what becomes of it when it ends. Not said it is new, and deleted.
/// Source: z/OS MVS JCL Reference, chapter "DD statement", DISP parameter.
/// </summary>
/// <remarks>
/// That a step has the data set is certain, and so is the reference. What the step does with it DISP says of NEW, which makes it, and
/// of DELETE, which takes it away. OLD and SHR only say whether others may have it meanwhile, and MOD where writing begins: with
/// SHR it is usually read, with MOD written, and with OLD it can be either. What its program says of the DD name tells better.
/// </remarks>
/// <param name="Normal">In upper case; empty when not said.</param>
internal readonly record struct Disposition(string Status, string Normal, string Abnormal)
{
    public bool IsSaid => Status.Length > 0 || Normal.Length > 0 || Abnormal.Length > 0;

    /// <summary>The same with what holds where nothing is said.</summary>
    public Disposition WithDefaults
    {
        get
        {
            var status = Status.Length > 0 ? Status : "NEW";
            var left = status == "NEW" ? "DELETE" : "KEEP";
            var normal = Normal.Length > 0 ? Normal : left;
            // Passing on is no end.
            return new(status, normal, Abnormal.Length > 0 ? Abnormal : normal == "PASS" ? left : normal);
        }
    }

    public static Disposition Of(string value)
    {
        Span<string> parts = ["", "", ""];
        var at = 0;
        foreach (var (start, length) in OperandField.Items(value))
            if (at < parts.Length)
                parts[at++] = Name.Upper(value.AsSpan(start, length));
        return new(parts[0], parts[1], parts[2]);
    }

    /// <summary>What a step most likely does with the data set.</summary>
    public Verb ToVerb(string? program, string ddName)
    {
        var deletes = Normal == "DELETE" || (program == "IEFBR14" && Abnormal == "DELETE" && Normal.Length == 0);
        return Status switch
        {
            "SHR" or "OLD" when !deletes && Libraries.IsLinked(ddName) => Verb.Writes,
            "SHR" when deletes && program == "IEFBR14" => Verb.Deletes,
            "SHR" => Verb.Reads,
            "OLD" when deletes => Verb.Deletes,
            "MOD" when deletes && program == "IEFBR14" => Verb.Deletes,
            _ when Libraries.Contains(ddName) => Verb.Reads,
            "OLD" => Verb.Uses,
            "MOD" => Verb.Writes,
            "" or "NEW" => Verb.Creates,
            _ => Verb.Uses,
        };
    }
}
