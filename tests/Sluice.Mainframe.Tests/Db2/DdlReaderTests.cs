using Sluice.Mainframe.Db2;
using Sluice.Mainframe.Tests.Commands;

namespace Sluice.Mainframe.Tests.Db2;

public sealed class DdlReaderTests
{
    private const string Member = "ControlMember MEMBER";

    [Theory]
    [InlineData("CREATE TABLE PAY.RUN (ID INTEGER NOT NULL) IN PAYDB.PAYTS;", "Table PAY.RUN 1:14",
        $"{Member} creates Table PAY.RUN 1:14\nTable PAY.RUN uses Tablespace PAYDB.PAYTS 1:47")]
    [InlineData("CREATE TABLE PAY.RUN (ID INTEGER) IN DATABASE PAYDB;", "Table PAY.RUN 1:14",
        $"{Member} creates Table PAY.RUN 1:14\nTable PAY.RUN uses Resource DATABASE PAYDB 1:47")]
    [InlineData("CREATE TABLE PAY.RUN (ID INTEGER, FOREIGN KEY (ID) REFERENCES PAY.EMP (ID));", "Table PAY.RUN 1:14",
        $"{Member} creates Table PAY.RUN 1:14\nTable PAY.RUN uses Table PAY.EMP 1:63")]
    [InlineData("CREATE VIEW PAY.V AS SELECT * FROM PAY.RUN R JOIN PAY.EMP E ON R.ID = E.ID;", "Table PAY.V 1:13",
        $"{Member} creates Table PAY.V 1:13\nTable PAY.V reads Table PAY.RUN 1:36\nTable PAY.V reads Table PAY.EMP 1:51")]
    [InlineData("CREATE UNIQUE INDEX PAY.X ON PAY.RUN (ID) USING STOGROUP PAYSG BUFFERPOOL BP2;", "Index PAY.X 1:21",
        $"{Member} creates Index PAY.X 1:21\nIndex PAY.X uses Table PAY.RUN 1:30\n"
        + "Index PAY.X uses Resource STOGROUP PAYSG 1:58\nIndex PAY.X uses Resource BUFFERPOOL BP2 1:75")]
    [InlineData("CREATE ALIAS PAY.A FOR OTHER.RUN;", "Table PAY.A 1:14",
        $"{Member} creates Table PAY.A 1:14\nTable PAY.A uses Table OTHER.RUN 1:24")]
    [InlineData("CREATE SYNONYM A FOR OTHER.RUN;", "Table A 1:16",
        $"{Member} creates Table A 1:16\nTable A uses Table OTHER.RUN 1:22")]
    [InlineData("CREATE TABLESPACE PAYTS IN PAYDB;", "Tablespace PAYDB.PAYTS 1:19",
        $"{Member} creates Tablespace PAYDB.PAYTS 1:19\nTablespace PAYDB.PAYTS uses Resource DATABASE PAYDB 1:28")]
    [InlineData("CREATE DATABASE PAYDB STOGROUP PAYSG;", "Resource DATABASE PAYDB 1:17",
        $"{Member} creates Resource DATABASE PAYDB 1:17\nResource DATABASE PAYDB uses Resource STOGROUP PAYSG 1:32")]
    [InlineData("CREATE SEQUENCE PAY.NEXT AS INTEGER;", "Resource SEQUENCE PAY.NEXT 1:17",
        $"{Member} creates Resource SEQUENCE PAY.NEXT 1:17")]
    [InlineData("CREATE AUXILIARY TABLE PAY.AUX IN PAYDB.PAYLOB STORES PAY.RUN COLUMN DOC;", "Table PAY.AUX 1:24",
        $"{Member} creates Table PAY.AUX 1:24\nTable PAY.AUX uses Tablespace PAYDB.PAYLOB 1:35\n"
        + "Table PAY.AUX uses Table PAY.RUN 1:55")]
    [InlineData("CREATE PROCEDURE PAY.CALC (IN A INT) LANGUAGE COBOL EXTERNAL NAME PAYCALC NO EXTERNAL ACTION;",
        "Resource PROCEDURE PAY.CALC 1:18",
        $"{Member} creates Resource PROCEDURE PAY.CALC 1:18\nResource PROCEDURE PAY.CALC calls Program PAYCALC 1:67")]
    [InlineData("CREATE FUNCTION PAY.TAX (A INT) RETURNS INT EXTERNAL NAME 'PAYTAX' LANGUAGE C;",
        "Resource FUNCTION PAY.TAX 1:17",
        $"{Member} creates Resource FUNCTION PAY.TAX 1:17\nResource FUNCTION PAY.TAX calls Program PAYTAX 1:60")]
    [InlineData("CREATE PROCEDURE PAY.CALC (IN A INT) EXTERNAL LANGUAGE COBOL;", "Resource PROCEDURE PAY.CALC 1:18",
        $"{Member} creates Resource PROCEDURE PAY.CALC 1:18\nResource PROCEDURE PAY.CALC calls Program CALC 1:38")]
    [InlineData("CREATE TRIGGER PAY.T AFTER UPDATE OF AMOUNT ON PAY.RUN FOR EACH ROW INSERT INTO PAY.LOG VALUES (1);",
        "Resource TRIGGER PAY.T 1:16",
        $"{Member} creates Resource TRIGGER PAY.T 1:16\nResource TRIGGER PAY.T uses Table PAY.RUN 1:48\n"
        + "Resource TRIGGER PAY.T writes Table PAY.LOG 1:81")]
    [InlineData("CREATE MASK PAY.M ON PAY.RUN FOR COLUMN ID RETURN ID ENABLE;", "Resource MASK PAY.M 1:13",
        $"{Member} creates Resource MASK PAY.M 1:13\nResource MASK PAY.M uses Table PAY.RUN 1:22")]
    [InlineData("CREATE TRIGGER PAY.T AFTER INSERT ON PAY.RUN CALL PAY.CALC(1);", "Resource TRIGGER PAY.T 1:16",
        $"{Member} creates Resource TRIGGER PAY.T 1:16\nResource TRIGGER PAY.T uses Table PAY.RUN 1:38\n"
        + "Resource TRIGGER PAY.T calls Resource PROCEDURE PAY.CALC 1:51")]
    [InlineData("SET SCHEMA = 'PAY'; CALL CALC(1);", "", $"{Member} calls Resource PROCEDURE PAY.CALC 1:26")]
    [InlineData("* INSERT INTO OLD; to be done\n  * DROP TABLE OLD;\nDROP TABLE PAY.RUN;", "", $"{Member} deletes Table PAY.RUN 3:12")]
    [InlineData("SELECT\n* FROM PAY.RUN;", "", $"{Member} reads Table PAY.RUN 2:8")]
    [InlineData("ALTER TABLE PAY.RUN ADD FOREIGN KEY (ID) REFERENCES PAY.EMP;", "",
        $"{Member} updates Table PAY.RUN 1:13\nTable PAY.RUN uses Table PAY.EMP 1:53")]
    [InlineData("ALTER TABLE PAY.RUN ADD VERSIONING USE HISTORY TABLE PAY.RUNH;", "",
        $"{Member} updates Table PAY.RUN 1:13\nTable PAY.RUN uses Table PAY.RUNH 1:54")]
    [InlineData("DROP TABLE PAY.RUN;", "", $"{Member} deletes Table PAY.RUN 1:12")]
    [InlineData("DROP DATABASE PAYDB;", "", $"{Member} deletes Resource DATABASE PAYDB 1:15")]
    [InlineData("COMMENT ON TABLE PAY.RUN IS 'RUNS';", "", $"{Member} uses Table PAY.RUN 1:18")]
    [InlineData("COMMENT ON COLUMN PAY.RUN.ID IS 'KEY';", "", $"{Member} uses Table PAY.RUN 1:19")]
    [InlineData("INSERT INTO PAY.RUN SELECT * FROM PAY.OLD;", "",
        $"{Member} writes Table PAY.RUN 1:13\n{Member} reads Table PAY.OLD 1:35")]
    [InlineData("CREATE TABLE &SCHEMA..RUN (ID INTEGER);", "", $"{Member} creates Table &SCHEMA..RUN 1:14 ?")]
    [InlineData("-- CREATE TABLE OLD (ID INT);\n/* CREATE TABLE OLD;\n*/ CREATE TABLE PAY.RUN (ID INT);", "Table PAY.RUN 3:17",
        $"{Member} creates Table PAY.RUN 3:17")]
    public void Definitions_name_others(string sql, string defined, string expected)
    {
        var findings = Told.By(DdlReader.Read, sql);

        Assert.Equal(defined, findings.Defined());
        Assert.Equal(expected, findings.Sentences());
    }

    [Theory]
    [InlineData("GRANT SELECT, INSERT ON TABLE PAY.RUN TO PAYUSER, PAYOPER;",
        $"{Member} permits Table PAY.RUN 1:31 through SELECT, INSERT TO PAYUSER, PAYOPER")]
    [InlineData("GRANT SELECT ON PAY.RUN, PAY.EMP TO PUBLIC;",
        $"{Member} permits Table PAY.RUN 1:17 through SELECT TO PUBLIC\n"
        + $"{Member} permits Table PAY.EMP 1:26 through SELECT TO PUBLIC")]
    [InlineData("GRANT EXECUTE ON PLAN PAYPLAN TO PAYUSER;", $"{Member} permits Plan PAYPLAN 1:23 through EXECUTE TO PAYUSER")]
    [InlineData("GRANT EXECUTE ON PACKAGE PAYCOLL.* TO PAYUSER;",
        $"{Member} permits Package PAYCOLL.* 1:26 through EXECUTE TO PAYUSER ?")]
    [InlineData("GRANT USE OF TABLESPACE PAYDB.PAYTS TO PAYUSER;",
        $"{Member} permits Tablespace PAYDB.PAYTS 1:25 through USE TO PAYUSER")]
    [InlineData("GRANT DBADM ON DATABASE PAYDB TO PAYUSER;",
        $"{Member} permits Resource DATABASE PAYDB 1:25 through DBADM TO PAYUSER")]
    [InlineData("REVOKE SELECT ON PAY.RUN FROM PAYUSER;", $"{Member} uses Table PAY.RUN 1:18 through SELECT FROM PAYUSER")]
    [InlineData("GRANT SYSADM TO PAYUSER;", "")]
    public void Privileges_are_on_what_they_name(string sql, string expected) =>
        Assert.Equal(expected, Told.By(DdlReader.Read, sql).Sentences());

    [Fact]
    public void Current_schema_comes_before_names_without_one() => Assert.Equal(
        "Table PAY.RUN 2:14\nIndex PAY.X 3:14\nTable OTHER.RUN 5:14\nTable OPEN 7:14", Told.By(DdlReader.Read,
            "SET CURRENT SQLID = 'PAY';\nCREATE TABLE RUN (ID INT);\nCREATE INDEX X ON RUN (ID);\nSET SCHEMA = 'OTHER';\n"
            + "CREATE TABLE RUN (ID INT);\nSET CURRENT SQLID = USER;\nCREATE TABLE OPEN (ID INT);").Defined());

    [Fact]
    public void Terminator_can_be_chosen()
    {
        var findings = Told.By(DdlReader.Read,
            "--#SET TERMINATOR #\nCREATE TRIGGER PAY.T AFTER INSERT ON PAY.RUN\n"
            + "BEGIN ATOMIC DELETE FROM PAY.LOG; UPDATE PAY.EMP SET A = 1; END#\n"
            + "--#SET TERMINATOR ;\nCREATE TABLE PAY.A (ID INT); CREATE TABLE PAY.B (ID INT)");

        Assert.Equal("Resource TRIGGER PAY.T 2:16\nTable PAY.A 5:14\nTable PAY.B 5:43", findings.Defined());
        Assert.Contains("Resource TRIGGER PAY.T updates Table PAY.EMP 3:42", findings.Sentences(), StringComparison.Ordinal);
    }

    [Fact]
    public void Body_of_a_routine_keeps_its_semicolons()
    {
        var findings = Told.By(DdlReader.Read, """
            CREATE PROCEDURE PAY.CALC (IN A INT)
            BEGIN
              IF A = 1 THEN DELETE FROM PAY.LOG; END IF;
              CASE A WHEN 1 THEN SET A = 2; END CASE;
              SET A = CASE WHEN A > 1 THEN 2 ELSE 3 END;
              INSERT INTO PAY.RUN VALUES (1);
            END;
            CREATE TABLE PAY.AFTER (ID INT);
            """);

        Assert.Equal("Resource PROCEDURE PAY.CALC 1:18\nTable PAY.AFTER 8:14", findings.Defined());
        Assert.Contains("Resource PROCEDURE PAY.CALC writes Table PAY.RUN 6:15", findings.Sentences(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CREATE TABLE PAY.RUN (NAME CHAR(8) DEFAULT 'A;B'); DROP TABLE PAY.X;", 2)]
    [InlineData("CREATE TABLE PAY.\"A;B\" (ID INT); DROP TABLE PAY.X;", 2)]
    [InlineData("CREATE TABLE PAY.RUN /* ; */ (ID INT); DROP TABLE PAY.X;", 2)]
    [InlineData("CREATE TABLE PAY.RUN -- ;\n (ID INT); DROP TABLE PAY.X;", 2)]
    public void Terminators_in_literals_and_comments_end_nothing(string sql, int statements) =>
        Assert.Equal(statements, Told.By(DdlReader.Read, sql).References.Count);

    [Fact]
    public void Begin_without_end_is_complained_of() => Assert.Equal("ddl.unclosed-begin 2:1",
        Told.By(DdlReader.Read, "CREATE PROCEDURE PAY.CALC () BEGIN DELETE FROM PAY.LOG;\nDROP TABLE PAY.X;").Codes());
}
