using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Sluice.Kernel.Persistence;

/// <summary>A query that is asked with nearly every request: translated once, not looked up among all translations each time.</summary>
/// <param name="translate"><c>EF.CompileAsyncQuery</c>, whose result serves one model; a process may hold several hosts.</param>
public sealed class Translated<TQuery>(Func<TQuery> translate) where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> known = [];

    public TQuery For(AppDb db) => known.GetValue(db.Model, _ => translate());
}
