using Sluice.Mainframe.Db2;

namespace Sluice.Mainframe.Tests.Db2;

public sealed class SqlTablesTests
{
    private static readonly Thing From = new(ThingKind.Program, "PAYROLL");

    [Theory]
    [InlineData("SELECT A INTO :WS-A FROM PAY.RUN WHERE B = :WS-B", "Reads PAY.RUN")]
    [InlineData("select a from pay.run", "Reads PAY.RUN")]
    [InlineData("SELECT * FROM RUN R, PAY.ITEM AS I, PAY.RATE", "Reads RUN, Reads PAY.ITEM, Reads PAY.RATE")]
    [InlineData("SELECT * FROM A LEFT OUTER JOIN B ON A.X = B.X INNER JOIN C ON C.Y = B.Y, D", "Reads A, Reads B, Reads C, Reads D")]
    [InlineData("SELECT * FROM (A JOIN B ON A.X = B.X) JOIN C ON 1 = 1", "Reads A, Reads B, Reads C")]
    [InlineData("SELECT * FROM (SELECT X, Y FROM A, B) AS T, C", "Reads A, Reads B, Reads C")]
    [InlineData("SELECT (SELECT MAX(X) FROM B), Y FROM A WHERE Z IN (SELECT Z FROM C)", "Reads B, Reads A, Reads C")]
    [InlineData("SELECT X FROM A UNION ALL SELECT X FROM B ORDER BY X, Y", "Reads A, Reads B")]
    [InlineData("SELECT X FROM A WHERE EXISTS (SELECT 1 FROM B) GROUP BY X, Y HAVING COUNT(*) > 1", "Reads A, Reads B")]
    [InlineData("SELECT TRIM(LEADING '0' FROM X), EXTRACT(YEAR FROM D) FROM A", "Reads A")]
    [InlineData("SELECT X FROM A WHERE X IS DISTINCT FROM Y AND X IS NOT DISTINCT FROM Z", "Reads A")]
    [InlineData("SELECT X FROM A FOR SYSTEM_TIME AS OF :D, B WITH UR", "Reads A, Reads B")]
    [InlineData("SELECT X FROM A FOR UPDATE OF X, Y", "Reads A")]
    [InlineData("SELECT T.X FROM A, TABLE(PAY.RATES(A.X)) AS T, XMLTABLE('$D' PASSING A.D) AS Q", "Reads A")]
    [InlineData("SELECT ID FROM FINAL TABLE (INSERT INTO A (X) VALUES (1))", "Writes A")]
    [InlineData("WITH T (X, Y) AS (SELECT X, Y FROM A), U AS (SELECT X FROM T) SELECT * FROM T, U, B", "Reads A, Reads B")]
    [InlineData("INSERT INTO A (X) WITH T AS (SELECT X FROM B) SELECT X FROM T", "Writes A, Reads B")]
    [InlineData("INSERT INTO PAY.RUN VALUES (:A, 'IT''S FROM X')", "Writes PAY.RUN")]
    [InlineData("UPDATE PAY.RUN R SET X = (SELECT Y FROM B), Z = 1 WHERE R.K = 2", "Updates PAY.RUN, Reads B")]
    [InlineData("UPDATE PAY.RUN SET X = 1 WHERE CURRENT OF C1", "Updates PAY.RUN")]
    [InlineData("DELETE FROM PAY.RUN WHERE X = 1", "Deletes PAY.RUN")]
    [InlineData("MERGE INTO A T USING B S ON T.X = S.X WHEN MATCHED THEN UPDATE SET Y = 1, Z = 2 WHEN NOT MATCHED THEN INSERT (X) VALUES (1)",
        "Updates A, Reads B")]
    [InlineData("MERGE INTO A USING (VALUES (:X)) AS S (X) ON A.X = S.X WHEN MATCHED THEN DELETE", "Updates A")]
    [InlineData("TRUNCATE TABLE A IMMEDIATE", "Deletes A")]
    [InlineData("LOCK TABLE A IN EXCLUSIVE MODE", "Uses A")]
    [InlineData("DECLARE C1 CURSOR WITH HOLD FOR SELECT X FROM A FOR FETCH ONLY", "Reads A")]
    [InlineData("DECLARE C1 CURSOR FOR S1", "")]
    [InlineData("DECLARE PAY.RUN TABLE (X CHAR(8) NOT NULL)", "Uses PAY.RUN")]
    [InlineData("DECLARE GLOBAL TEMPORARY TABLE SESSION.T AS (SELECT X FROM A) DEFINITION ONLY", "Creates SESSION.T, Reads A")]
    [InlineData("FETCH NEXT FROM C1 INTO :X", "")]
    [InlineData("EXECUTE S1 USING :X", "")]
    [InlineData("SET CURRENT SQLID = 'PAY'; SET :X = (SELECT Y FROM B)", "Reads B")]
    [InlineData("CREATE TABLE PAY.RUN (X CHAR(8), FOREIGN KEY (X) REFERENCES PAY.ITEM (X)) IN PAYDB.PAYTS",
        "Creates PAY.RUN, Uses PAY.ITEM, Uses Tablespace PAYDB.PAYTS")]
    [InlineData("CREATE TABLE A LIKE B", "Creates A, Uses B")]
    [InlineData("CREATE VIEW V (X) AS SELECT X FROM A", "Creates V, Reads A")]
    [InlineData("CREATE UNIQUE INDEX PAY.XRUN ON PAY.RUN (X ASC)", "Creates Index PAY.XRUN, Uses PAY.RUN")]
    [InlineData("CREATE UNIQUE WHERE NOT NULL INDEX X1 ON T1 (X)", "Creates Index X1, Uses T1")]
    [InlineData("CREATE LOB TABLESPACE PAYTS IN PAYDB; CREATE TABLESPACE T2 SEGSIZE 4",
        "Creates Tablespace PAYDB.PAYTS, Creates Tablespace DSNDB04.T2")]
    [InlineData("CREATE ALIAS PAY.R FOR OTHER.PAY.RUN", "Creates PAY.R, Uses PAY.RUN via OTHER")]
    [InlineData("CREATE TRIGGER PAY.T1 AFTER UPDATE OF X ON PAY.RUN FOR EACH ROW BEGIN ATOMIC INSERT INTO PAY.LOG VALUES (1); UPDATE PAY.SUM S SET X = 1; END",
        "Uses PAY.RUN, Writes PAY.LOG, Updates PAY.SUM")]
    [InlineData("ALTER TABLE A ADD FOREIGN KEY (X) REFERENCES B ON DELETE CASCADE", "Updates A, Uses B")]
    [InlineData("DROP TABLE A; DROP INDEX X1; DROP TABLESPACE D.T; DROP DATABASE D",
        "Deletes A, Deletes Index X1, Deletes Tablespace D.T")]
    [InlineData("RENAME TABLE PAY.RUN TO RUN_OLD", "Updates PAY.RUN, Creates PAY.RUN_OLD")]
    [InlineData("GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE A, PAY.B TO PUBLIC", "Permits A, Permits PAY.B")]
    [InlineData("GRANT DBADM ON DATABASE PAYDB TO PUBLIC", "")]
    [InlineData("COMMENT ON TABLE A IS 'FROM B'", "Uses A")]
    [InlineData("EXPLAIN PLAN SET QUERYNO = 13 FOR SELECT X FROM A", "Reads A")]
    [InlineData("EXCHANGE DATA BETWEEN TABLE A AND B", "Updates A, Updates B")]
    [InlineData("CALL PAY.PROC(:X)", "Calls Resource PROCEDURE PAY.PROC")]
    [InlineData("CALL PROC", "Calls Resource PROCEDURE PROC")]
    [InlineData("CREATE FUNCTION F() RETURNS TABLE (X INT) RETURN SELECT X FROM A WHERE X IN (1, 2)", "Reads A")]
    [InlineData("CREATE TABLE A (X INT) IN ACCELERATOR ACC1", "Creates A")]
    [InlineData("SELECT X FROM LOC.PAY.RUN", "Reads PAY.RUN via LOC")]
    [InlineData("SELECT X FROM \"Pay\".\"Run \"\"1\"\"\"", "Reads Pay.Run \"1\"")]
    [InlineData("SELECT X -- FROM C\nFROM A /* , B /* nested */ , D */ , E", "Reads A, Reads E")]
    public void Statement_names_its_tables(string sql, string expected) => Assert.Equal(expected, Read(sql, out _));

    [Theory]
    [InlineData("EXECUTE IMMEDIATE 'DELETE FROM PAY.RUN'", "Deletes Table PAY.RUN 1:32")]
    [InlineData("PREPARE S1 FROM 'SELECT X FROM A WHERE Y = ''B'' AND Z IN (SELECT Z FROM C)'", "Reads Table A 1:32", "Reads Table C 1:74")]
    [InlineData("PREPARE S1 FROM \"SELECT X\n FROM A\"", "Reads Table A 2:7")]
    [InlineData("EXECUTE IMMEDIATE 'DROP TABLE A'; DELETE FROM B", "Deletes Table A 1:31", "Deletes Table B 1:47")]
    [InlineData("EXECUTE IMMEDIATE 'EXECUTE IMMEDIATE ''DROP TABLE A'''")]
    [InlineData("EXECUTE IMMEDIATE 'DELETE FROM ' || :NAME", "?Uses Table NAME 1:37")]
    [InlineData("EXECUTE IMMEDIATE 'DELETE FROM ' CONCAT :NAME", "?Uses Table NAME 1:41")]
    [InlineData("EXECUTE IMMEDIATE 'DELETE FROM A", "Deletes Table A 1:32")]
    [InlineData("EXECUTE IMMEDIATE '")]
    public void Constant_that_is_carried_out_is_SQL(string sql, params string[] said)
    {
        Read(sql, out var findings);

        Assert.Equal(said, Said.References(findings));
    }

    [Theory]
    [InlineData("PREPARE S1 FROM :TEXT", "Uses Table TEXT", "holds SQL")]
    [InlineData("PREPARE S1 INTO :D FROM :WS-TEXT", "Uses Table WS-TEXT", "holds SQL")]
    [InlineData("EXECUTE IMMEDIATE :TEXT", "Uses Table TEXT", "holds SQL")]
    [InlineData("EXECUTE IMMEDIATE TEXT", "Uses Table TEXT", "holds SQL")]
    [InlineData("CALL :NAME (:X)", "Calls Resource PROCEDURE NAME", "holds the procedure's name")]
    public void What_a_host_variable_holds_is_unresolved(string sql, string said, string why)
    {
        Read(sql, out var findings);

        var reference = Assert.Single(findings.References);
        Assert.Equal((said, Certainty.Unresolved), ($"{reference.Verb} {reference.To}", reference.Certainty));
        Assert.Contains(why, reference.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SELECT X FROM &SCHEMA..RUN, B", "&SCHEMA..RUN", "symbol")]
    [InlineData("SELECT X FROM %%HLQ.RUN, B", "%%HLQ.RUN", "variable")]
    [InlineData("SELECT X FROM <SCHEMA>.RUN, B", "<SCHEMA>.RUN", "placeholder")]
    public void Name_that_is_filled_in_later_is_unresolved(string sql, string name, string why)
    {
        var found = Findings(sql).References;

        Assert.Equal((name, Certainty.Unresolved), (found[0].To.Name, found[0].Certainty));
        Assert.Contains(why, found[0].Why, StringComparison.Ordinal);
        Assert.Equal(("B", Certainty.Certain), (found[1].To.Name, found[1].Certainty));
    }

    [Fact]
    public void Place_is_that_of_the_name_in_the_member()
    {
        var text = new SqlText();
        text.Add("SELECT X FROM PAY.RU", 10, 12);
        text.Continue("N,", 11, 16);
        text.Add("PAY.ITEM", 12, 20);
        var findings = new Findings();

        SqlTables.Read(text, From, findings);

        Assert.Equal([("PAY.RUN", new Place(10, 26)), ("PAY.ITEM", new Place(12, 20))],
            findings.References.Select(found => (found.To.Name, found.At)));
        Assert.All(findings.References, found => Assert.Equal("SELECT X FROM PAY.RUN, PAY.ITEM", found.Text));
    }

    [Fact]
    public void Long_statement_is_shown_as_far_as_it_names_the_table()
    {
        var columns = string.Join(", ", Enumerable.Repeat("COLUMN", 100));
        var text = Findings($"SELECT {columns} FROM PAY.RUN WHERE X = 1").References.Single().Text;

        Assert.StartsWith("SELECT COLUMN, COLUMN", text, StringComparison.Ordinal);
        Assert.EndsWith("PAY.RUN WHERE X = 1", text, StringComparison.Ordinal);
        Assert.True(text.Length <= Reference.LongestText);
    }

    [Fact]
    public void Semicolon_in_a_literal_ends_no_statement() =>
        Assert.EndsWith(" ... PAY.RUN", Findings($"SELECT ';', {new string('X', 200)} FROM PAY.RUN; SELECT 1 FROM B").References[0].Text,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("SELECT 'OPEN FROM A\nFROM B", "sql.unclosed-quote", "Reads B")]
    [InlineData("SELECT X /* OPEN\nFROM B", "sql.unclosed-comment", "Reads B")]
    [InlineData("SELECT X FROM \"\", B", "sql.empty-name", "Reads B")]
    public void Broken_statement_is_told_and_what_follows_is_read(string sql, string code, string expected)
    {
        Assert.Equal(expected, Read(sql, out var findings));
        Assert.Equal(code, Assert.Single(findings.Diagnostics).Code);
    }

    [Fact]
    public void Hostile_statements_end()
    {
        Assert.Equal("sql.too-deep", Findings(string.Concat(Enumerable.Repeat("SELECT X FROM (", 100_000))).Diagnostics.Single().Code);
        Findings(string.Concat(Enumerable.Repeat("WITH X (", 100_000)));
        Findings(string.Concat(Enumerable.Repeat("/* ' \" ", 100_000)));
        Findings(string.Concat(Enumerable.Repeat("FROM INSERT INTO UPDATE A . . & < ON ( ) ; ,", 50_000)));
        Assert.Equal("sql.statement-too-long", Findings(new string('A', SqlText.LongestStatement + 1)).Diagnostics.Single().Code);
    }

    [Fact]
    public void Every_beginning_of_a_statement_is_read()
    {
        const string Sql = "MERGE INTO A USING (SELECT \"X\" FROM B, C /* D */) S ON 1 = 1 WHEN MATCHED THEN UPDATE SET X = ':Y'; DROP TABLE E";
        for (var length = 0; length <= Sql.Length; length++)
            Findings(Sql[..length]);
    }

    private static Findings Findings(string sql)
    {
        var text = new SqlText();
        var line = 0;
        foreach (var piece in sql.Split('\n'))
            text.Add(piece, ++line, 1);
        var findings = new Findings();
        SqlTables.Read(text, From, findings);
        return findings;
    }

    private static string Read(string sql, out Findings findings)
    {
        findings = Findings(sql);
        return string.Join(", ", findings.References.Select(found =>
            $"{found.Verb} {(found.To.Kind == ThingKind.Table ? "" : found.To.Kind + " ")}{found.To.Name}"
            + (found.Through is { } through ? $" via {through}" : "")));
    }
}
