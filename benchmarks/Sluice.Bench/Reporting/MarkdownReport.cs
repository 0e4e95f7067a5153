using System.Globalization;
using System.Text;
using Sluice.Bench.Load;
using Sluice.Bench.Staging;

namespace Sluice.Bench.Reporting;

/// <summary>docs/bench.md: the figures for people, with what has to be known to read them.</summary>
internal static class MarkdownReport
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["create"] = "POST a change; a draft, with one system and one artefact.",
        ["decide"] = "POST the approval that fills the last seat: the change becomes authorized.",
        ["add-item"] = "POST an approved change into an empty release.",
        ["complete-step"] = "POST the end of the only step that implements a change.",
        ["gate"] = "GET the gate question for a change whose release runs: the answer is allow, and is logged.",
        ["list-first"] = "GET the first 50 changes.",
        ["list-deep"] = "GET 50 changes half-way through all of them.",
        ["list-filtered"] = "GET 50 changes by both statuses; five pairs, of which one is rare.",
        ["search"] = "GET by `q=`: two with one hit, one with many, one reference.",
        ["change-page"] = "The page of a change with all its history, for a change manager.",
        ["changes-page"] = "The page of changes.",
        ["overview"] = "The overview page of a change manager.",
        ["board"] = "One step is completed and 100 watch its release: until the last of them has been told.",
        ["start"] = "From starting the process, on a database that exists, to the first answer of `/sign-in`.",
    };

    public static void Write(
        string file, IReadOnlyList<Figure> figures, IReadOnlyDictionary<string, Cost> costs, IReadOnlyList<string> failures,
        BenchOptions options, DateTimeOffset now)
    {
        var text = new StringBuilder();
        text.AppendLine("# What Sluice costs").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"Written by `./bench` on {now:yyyy-MM-dd}: {Machine.Words}. {options.Rounds} rounds of {options.Round.TotalSeconds} s each.");
        text.AppendLine(About).AppendLine();
        text.AppendLine("## Aims").AppendLine().AppendLine("| aim | measured, worst | reached |").AppendLine("|---|---|---|");
        foreach (var aim in Aim.All(figures).Where(aim => aim.IsReached is not null))
            text.AppendLine(CultureInfo.InvariantCulture, $"| {aim.Words} | {aim.Measured} | {(aim.IsReached is true ? "yes" : "**no**")} |");
        if (failures.Count > 0)
            text.AppendLine().AppendLine("Could not be measured:").AppendLine();
        foreach (var failure in failures)
            text.AppendLine(CultureInfo.InvariantCulture, $"- {failure}");
        foreach (var name in figures.Select(figure => figure.Name).Distinct().OrderBy(name => name.StartsWith("sqlite-", StringComparison.Ordinal)))
            Section(text, name, [.. figures.Where(figure => figure.Name == name)], costs);
        File.WriteAllText(file, text.ToString());
    }

    private static void Section(StringBuilder text, string name, List<Figure> figures, IReadOnlyDictionary<string, Cost> costs)
    {
        var words = Words.GetValueOrDefault(name.Replace("sqlite-", "", StringComparison.Ordinal), "");
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"## {name}").AppendLine().Append(words);
        if (costs.TryGetValue(name, out var cost))
            text.Append(CultureInfo.InvariantCulture, $" Sluice sends {cost.Statements} statements{(cost.Rows > 0 ? $"; rows written: {cost.Rows}" : "")}.");
        text.AppendLine().AppendLine();
        text.AppendLine("| changes | clients | Sluice /s | p50 | p95 | p99 | CPU | DB CPU | floor /s | p50 | p95 | p99 | CPU | DB CPU | ratio |");
        text.AppendLine("|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var figure in figures)
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {figure.Rows:N0} | {figure.Clients} | {Cells(figure.Sluice)} | {Cells(figure.Floor)} | **{figure.Ratio:F2}** |");
        foreach (var figure in figures.Where(figure => figure.Memory is not null))
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture,
                $"With {figure.Rows:N0} changes `/healthz` answers after {figure.Memory!.HealthMs:F0} ms; resident then {figure.Memory.StartedMb:F0} MB, and {figure.Memory.LoadedMb:F0} MB after all that was asked.");
    }

    private static string Cells(Sample sample) => string.Create(CultureInfo.InvariantCulture,
        $"{sample.Rps:F0} | {sample.P50:F2} | {sample.P95:F2} | {sample.P99:F2} | {sample.CpuMs:F2} | {sample.DatabaseCpuMs:F2}");

    private const string About = """

        Everything runs on the one machine: PostgreSQL, the server that is asked, and the clients that ask. They take the cores from
        each other, so rates are lower than they would be elsewhere; what counts is the **ratio** to the floor, which is asked by the
        same clients on the same machine in turn with Sluice. All times are in milliseconds. CPU is that of the server's process for each
        request, DB CPU that of all of PostgreSQL's. Figures are medians over the rounds; what is so
        slow that its rounds do not end in time gets fewer. Each client asks again as soon as it has been
        answered, on a connection of its own; any answer but a success fails what is measured.

        Servers are measured warm, as they are after some minutes: .NET compiles what is called often once more, in the background and on
        the same cores, so each question is asked for five seconds again and again, six times at most, until it costs no less CPU
        than in the five seconds before. What a process that has just begun costs can be seen with `--quick`, which hardly warms up.

        **The floor** is bare Kestrel and Npgsql (or Microsoft.Data.Sqlite) in the same database, with the same settings, as the same
        role, under the same row-level security. It looks up the token. For a *write* it then inserts and updates the very rows that
        Sluice's request inserted and updated (the idempotent reply, the change, its ledger entry and texts, the outbox and so on), each
        with all its columns, in one transaction and in one round trip. Which rows those are is noted by triggers while Sluice is asked
        once, before anything is measured; then the triggers are gone. It has no rules, and reads nothing but the token. For a *read* it
        sends the very statements that Sluice sent, as PostgreSQL logged them, and writes the rows as JSON; for a page it reads the same
        rows and answers with as many bytes as the page has. For the *board* it tells everybody at once, by LISTEN and NOTIFY.

        PostgreSQL is Debian's, in a cluster of its own with its default durability and autovacuum. Sluice is published as `./run` does,
        and serves the demo's organisation. The changes are copies, made in SQL, of some thirty real ones that people's requests have
        brought to every status there is; each has its row, its newest snapshot, its index rows and the first entry of its history, and one in
        a hundred has all of it. What a write needs is made before the round.
        """;
}
