using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.AspNetCore.WebUtilities;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;

namespace Sluice.Web.Csv;

/// <summary>A whole list as CSV: UTF-8 with a mark that spreadsheets know it by, a row of heads, RFC 4180.</summary>
/// <remarks>
/// It is read a page at a time, each page a question of its own, and a page is asked for when the one before has gone out: neither
/// memory nor a transaction grows with the list, or waits for whoever downloads it. What breaks on the way breaks the download.
/// </remarks>
/// <param name="name">Begins the name of the file.</param>
/// <param name="pageAfter">The list's page after a place; null for its first.</param>
internal sealed class CsvList<T>(
    string name, IReadOnlyList<Column<T>> columns, Func<string?, CancellationToken, Task<Outcome<Page<T>>>> pageAfter) : IResult
{
    private static readonly UTF8Encoding Marked = new(encoderShouldEmitUTF8Identifier: true);
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var ct = httpContext.RequestAborted;
        var page = await pageAfter(null, ct);
        if (page.Refusal is { } refusal)
        {
            await refusal.ToProblem().ExecuteAsync(httpContext);
            return;
        }
        Head(httpContext);
        await using var text = new StreamWriter(httpContext.Response.Body, Marked, leaveOpen: true);
        await using var csv = new CsvWriter(text, Format, leaveOpen: true);
        await Write(csv, columns.Select(column => column.Word));
        while (true)
        {
            foreach (var row in page.Value.Items)
                await Write(csv, columns.Select(column => column.Text(row)));
            await csv.FlushAsync();
            await text.FlushAsync(ct);
            if (page.Value.NextLink is not { } next)
                return;
            page = await pageAfter(QueryHelpers.ParseQuery(next[next.IndexOf('?')..])["after"], ct);
        }
    }

    private void Head(HttpContext http)
    {
        var day = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        http.Response.ContentType = "text/csv; charset=utf-8; header=present";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentDisposition = string.Create(
            CultureInfo.InvariantCulture, $"attachment; filename=\"{name}-{day:yyyy-MM-dd}.csv\"");
    }

    private static async Task Write(CsvWriter csv, IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(Cell.Safe(cell));
        await csv.NextRecordAsync();
    }
}
