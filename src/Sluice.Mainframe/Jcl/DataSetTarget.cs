namespace Sluice.Mainframe.Jcl;

/// <summary>A data set as a statement names it, and how sure that is.</summary>
/// <param name="Name">As written where it cannot be told.</param>
internal readonly record struct DataSetTarget(DataSetName Name, Certainty Certainty, string? Why, IReadOnlyList<Link> Chain)
{
    // Source: z/OS MVS JCL Reference, chapter "DD statement", DSNAME parameter: 44 characters with the periods.
    public static DataSetTarget Of(string written, Symbols symbols)
    {
        var replaced = Substitution.In(written, symbols);
        var name = DataSetName.Of(replaced.Text);
        // A member that is not known leaves the data set known.
        if (replaced.Unknown is not null && name.Name.AsSpan(name.IsTemporary ? 2 : 0).Contains('&'))
            return new(DataSetName.Of(written), Certainty.Unresolved, replaced.Why, []);
        if (!name.IsValid && !name.IsNothing && !name.IsReferback)
            return new(DataSetName.Of(written), Certainty.Unresolved, Named.WhyNot(Literal.Unquoted(written), name.Name), []);
        // A default of nothing asks the caller to say: DSN=&IN.
        if (name.Name.Length == 0 && replaced.Defaults.Count > 0)
            return new(DataSetName.Of(written), Certainty.Unresolved, $"By itself {written} is nothing: a caller says which data set it is.", []);
        // Nullified by a default, for a caller to give: the symbol itself tells more.
        if (name.Detail is "")
            name = name with { Detail = DataSetName.Of(written).Detail };
        return new(name, replaced.Defaults.Count > 0 ? Certainty.Candidate : Certainty.Certain, null, replaced.Defaults);
    }

    /// <param name="through">The DD name.</param>
    public Reference Refer(Thing from, Verb verb, Place at, string text, string through) =>
        new(from, verb, new(ThingKind.DataSet, Name.Name), at, text)
        {
            Certainty = Certainty,
            Why = Why,
            Chain = Named.Own(Chain),
            Through = through,
            Detail = Name.Detail,
        };
}
