namespace Sluice.Mainframe.Jcl;

/// <summary>
/// The symbolic parameters that have a value at one point of a job, one scope within another: a procedure's within that of what
/// calls it. A value that EXEC gives to a procedure wins over the default of its PROC statement, and that over what the caller
/// has. Source: z/OS MVS JCL Reference, chapter "Procedures and symbols", "Using symbols in nested procedures".
/// </summary>
internal sealed class Symbols(Symbols? outer = null)
{
    private Dictionary<string, Symbol>? own;

    /// <summary>
    /// Of a procedure that is read where it is defined and not where it is called: its SET does not reach what is around it,
    /// and what has a value around it may have another one at the call.
    /// </summary>
    public bool IsApart { get; init; }

    private Symbols? Outer => outer;

    public Symbol? Find(ReadOnlySpan<char> name)
    {
        var isLikely = false;
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope.own is { } symbols && symbols.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var symbol))
                return isLikely ? symbol with { IsDefault = true } : symbol;
            isLikely |= scope.IsApart;
        }
        return null;
    }

    /// <summary>
    /// By EXEC or PROC: in this scope and those within. The first one wins, so EXEC's values come before defaults.
    /// </summary>
    public void Assign(string name, Symbol symbol) => Own.TryAdd(name, symbol);

    /// <summary>By SET: where the procedure's EXEC or PROC assigned it, otherwise for all that follows in the job.</summary>
    public void Set(string name, Symbol symbol)
    {
        var scope = this;
        while (!scope.IsApart && scope.Outer is { } next && scope.own?.ContainsKey(name) != true)
            scope = next;
        scope.Own[name] = symbol;
    }

    /// <returns>As they are now, and those that are named alone.</returns>
    public Symbols Only(IEnumerable<string> names)
    {
        var few = new Symbols();
        foreach (var name in names)
            if (Find(name) is { } symbol)
                few.Assign(name, symbol);
        return few;
    }

    /// <param name="set">A SET statement: it may give values to several.</param>
    public void Set(Statement set)
    {
        foreach (var operand in set.Operands)
            if (!operand.IsPositional)
                Set(operand.Key.ToString(), Substitution.Value(set, operand, this));
    }

    private Dictionary<string, Symbol> Own => own ??= new(StringComparer.OrdinalIgnoreCase);
}

/// <summary>What a symbol stands for.</summary>
/// <param name="Value">Without the apostrophes around it; empty when it is nullified.</param>
/// <param name="Given">Where and by which statement.</param>
/// <param name="IsDefault">By a PROC statement, or else in a way that a caller may override.</param>
/// <param name="Unknown">A symbol within the value that has none itself.</param>
internal sealed record Symbol(string Value, Link Given, bool IsDefault, string? Unknown);
