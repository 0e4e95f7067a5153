using System.Data.Common;
using System.Globalization;

namespace Sluice.Web.Hosting;

/// <summary>Statements of the host's own, never with anything in them that somebody sent.</summary>
internal static class PlainSql
{
    /// <returns>The first column, as text.</returns>
    public static async Task<List<string>> Texts(this DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await rows.ReadAsync())
            texts.Add(Convert.ToString(rows.GetValue(0), CultureInfo.InvariantCulture)!);
        return texts;
    }

    public static Task Run(this DbConnection connection, string sql) => connection.Texts(sql);
}
