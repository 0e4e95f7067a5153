using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Db2;

/// <summary>
/// SQL as it is fed to <see cref="SqlTables"/>: one statement, or several that end in semicolons, put together from pieces of
/// lines. The host language's own (columns 1–7 and 73–80, EXEC SQL, END-EXEC) is left out by whoever fills it. A piece that goes
/// on in the middle of a word or literal is joined with <see cref="StatementText.Continue"/>, all others with
/// <see cref="StatementText.Add"/>.
/// </summary>
/// <remarks>Longest statement: Db2 for z/OS SQL Reference, appendix "Limits in Db2 for z/OS".</remarks>
internal sealed class SqlText() : StatementText(LongestStatement)
{
    public const int LongestStatement = 2_097_152;

    /// <summary>Filled by <see cref="SqlTokens"/>; here, so that reading the next statement takes no new list.</summary>
    public List<SqlToken> Tokens { get; } = [];
}
