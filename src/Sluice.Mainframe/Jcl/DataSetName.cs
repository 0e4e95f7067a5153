namespace Sluice.Mainframe.Jcl;

/// <summary>
/// What DSNAME names: a data set, one member of it or one of its generations, a temporary data set (<c>&amp;&amp;NAME</c>), the
/// data set of an earlier DD statement (<c>*.STEP.DD</c>), or nothing (<c>NULLFILE</c>).
/// Source: z/OS MVS JCL Reference, chapter "DD statement", DSNAME parameter.
/// </summary>
/// <param name="Detail">Member, or relative or absolute generation.</param>
internal readonly record struct DataSetName(string Name, string? Detail)
{
    // With the periods, without member and relative generation.
    private const int Longest = 44;

    // GnnnnVnn
    private const int GenerationLength = 8;

    /// <summary>Of a partitioned data set; null when there is none.</summary>
    public string? Member => Detail is [not ('+' or '-' or (>= '0' and <= '9')), ..] && !IsAbsolute(Detail) ? Detail : null;

    /// <summary>
    /// Of a generation data group: relative (<c>+1</c>, <c>0</c>) or absolute (<c>G0001V00</c>); null when there is none.
    /// </summary>
    public string? Generation => Member is null ? Detail : null;

    public bool IsNothing => Name is "NULLFILE" or "";

    public bool IsTemporary => Name.StartsWith("&&", StringComparison.Ordinal);

    public bool IsReferback => Name.StartsWith("*.", StringComparison.Ordinal);

    /// <summary>With nothing in it that a person has still to fill in.</summary>
    public bool IsValid
    {
        get
        {
            if (Name.Length > Longest)
                return false;
            var before = '.';
            foreach (var character in Name.AsSpan(IsTemporary ? 2 : 0))
            {
                if (!(Jcl.Name.IsPart(character) || character is '.' or '-') || (character == '.' && before == '.'))
                    return false;
                before = character;
            }
            return before != '.';
        }
    }

    public static DataSetName Of(string value)
    {
        var text = Literal.Unquoted(value.Trim());
        var open = text.IndexOf('(');
        if (open > 0)
            return new(Jcl.Name.Upper(text.AsSpan(0, open)), Jcl.Name.Upper(text.AsSpan(open + 1).TrimEnd(')')));
        var name = Jcl.Name.Upper(text);
        return EndsWithGeneration(name)
            ? new(name[..^(GenerationLength + 1)], name[^GenerationLength..])
            : new(name, null);
    }

    // Source: z/OS DFSMS Using Data Sets, chapter "Processing generation data groups": absolute generation and version numbers.
    private static bool EndsWithGeneration(string name) =>
        name.Length > GenerationLength + 1 && name[^(GenerationLength + 1)] == '.'
        && IsAbsolute(name.AsSpan()[^GenerationLength..]);

    private static bool IsAbsolute(ReadOnlySpan<char> text) =>
        text is ['G', var a, var b, var c, var d, 'V', var e, var f]
        && char.IsAsciiDigit(a) && char.IsAsciiDigit(b) && char.IsAsciiDigit(c) && char.IsAsciiDigit(d)
        && char.IsAsciiDigit(e) && char.IsAsciiDigit(f);
}
