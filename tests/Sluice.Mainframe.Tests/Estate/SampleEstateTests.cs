using Sluice.Mainframe.Jcl;
using Sluice.Mainframe.Tests.Jcl;

namespace Sluice.Mainframe.Tests.Estate;

/// <summary>The estate under <c>samples</c>: every language once, right, and with what each of its members refers to.</summary>
public sealed class SampleEstateTests
{
    internal static readonly string Folder = Path.Combine(Root(new(AppContext.BaseDirectory)), "samples", "estate");

    private static readonly SortedDictionary<string, Reading> Members = new(
        Directory.EnumerateDirectories(Folder).SelectMany(Directory.EnumerateFiles).ToDictionary(
            path => Path.GetRelativePath(Folder, path).Replace('\\', '/'),
            path => MemberReader.Read(path, File.ReadAllBytes(path))),
        StringComparer.Ordinal);

    [Theory]
    [InlineData("ASM", 3, MemberKind.Other, Language.Assembler)]
    [InlineData("BMS", 3, MemberKind.Bms, Language.Bms)]
    [InlineData("COBOL", 15, MemberKind.Cobol, Language.Cobol)]
    [InlineData("COPYLIB", 8, MemberKind.Copybook, Language.Cobol)]
    [InlineData("CSD", 3, MemberKind.Csd, Language.Csd)]
    [InlineData("DBD", 2, MemberKind.Other, Language.Dbd)]
    [InlineData("DCLGEN", 3, MemberKind.Copybook, Language.Cobol)]
    [InlineData("DDL", 4, MemberKind.Ddl, Language.Ddl)]
    [InlineData("JCL", 10, MemberKind.Jcl, Language.Jcl)]
    [InlineData("MQ", 1, MemberKind.Other, Language.Mqsc)]
    [InlineData("PARMLIB", 7, MemberKind.ControlCard, Language.ControlCards)]
    [InlineData("PLI", 1, MemberKind.Other, Language.Pli)]
    [InlineData("PLINC", 1, MemberKind.Other, Language.Pli)]
    [InlineData("PROCFIX", 1, MemberKind.Proc, Language.Jcl)]
    [InlineData("PROCLIB", 4, MemberKind.Proc, Language.Jcl)]
    [InlineData("PSB", 1, MemberKind.Other, Language.Psb)]
    [InlineData("RACF", 1, MemberKind.ControlCard, Language.Racf)]
    [InlineData("REXX", 2, MemberKind.Other, Language.Rexx)]
    [InlineData("SCHED", 2, MemberKind.Scheduler, Language.Scheduler)]
    public void Members_of_a_library_are_told_by_what_they_hold(string library, int count, MemberKind kind, Language language)
    {
        var members = Members.Where(member => member.Key.StartsWith($"{library}/", StringComparison.Ordinal)).ToList();

        Assert.Equal(count, members.Count);
        Assert.All(members, member => Assert.Equal((kind, language), (member.Value.Kind, member.Value.Language)));
    }

    [Fact]
    public void Table_of_libraries_is_complete() => Assert.Equal(72, Members.Count);

    [Fact]
    public void Nothing_is_wrong_with_any_member() =>
        Assert.Empty(Members.SelectMany(member => member.Value.Diagnostics.Select(diagnostic => $"{member.Key} {diagnostic}")));

    [Theory]
    [InlineData("COBOL/ACTMNU",
        "Program ACTMNU copies Copybook ACTCOM", "Program ACTMNU copies Copybook ACTM00", "Program ACTMNU sends Mapset ACTM00",
        "Program ACTMNU receives Map ACTM00.ACTMNUM", "Program ACTMNU returns Transaction ACT0",
        "Program ACTMNU transfers Program WS-NEXT-PGM ?")]
    [InlineData("COBOL/ACTINQ",
        "Program ACTINQ transfers Program ACTMNU", "Program ACTINQ transfers Program LIT-UPDATE-PGM ?",
        "Program ACTINQ reads CicsFile ACTMAS",
        "Program ACTINQ reads CicsFile ACTCUS", "Program ACTINQ sends Map ACTM01.ACTINQM",
        "Program ACTINQ copies Copybook ACTREC")]
    [InlineData("COBOL/ACTUPD",
        "Program ACTUPD calls Program ACTVAL", "Program ACTUPD updates CicsFile ACTMAS", "Program ACTUPD writes Queue ACTA",
        "Program ACTUPD uses CicsFile ACTMAS", "Program ACTUPD sends Mapset ACTM02")]
    [InlineData("COBOL/ACTVAL", "Program ACTVAL calls Program CRDMOD10", "Program ACTVAL copies Copybook ACTREC")]
    [InlineData("COBOL/CRDAUTH",
        "Program CRDAUTH copies Copybook CRDTRN", "Program CRDAUTH copies Copybook DCLCARD",
        "Program CRDAUTH copies Copybook SQLCA",
        "Program CRDAUTH links Program CRDTOK01", "Program CRDAUTH calls Program CRDMOD10",
        "Program CRDAUTH reads Table CARDS.CARD",
        "Program CRDAUTH reads Table CARDS.CARD_LIMIT", "Program CRDAUTH reads Table CARDS.AUTH_LOG",
        "Program CRDAUTH writes Table CARDS.AUTH_LOG")]
    [InlineData("COBOL/CRDTOK01",
        "Program CRDTOK01 reads Table CARDS.CARD_TOKEN", "Program CRDTOK01 updates Table CARDS.CARD_TOKEN")]
    [InlineData("COBOL/CRDMQI01",
        "Program CRDMQI01 calls Program MQGET", "Program CRDMQI01 calls Program MQPUT1", "Program CRDMQI01 links Program CRDAUTH",
        "Program CRDMQI01 copies Copybook CMQV")]
    [InlineData("COBOL/CRDEXT01",
        "Program CRDEXT01 writes DdName EXTRACT", "Program CRDEXT01 reads Table CARDS.AUTH_LOG",
        "Program CRDEXT01 reads Table CARDS.CARD")]
    [InlineData("COBOL/CRDSETL",
        "Program CRDSETL reads DdName AUTHIN", "Program CRDSETL reads DdName CUTOFF", "Program CRDSETL writes DdName POSTING",
        "Program CRDSETL writes DdName TOTALS", "Program CRDSETL copies Copybook CRDPST",
        "Program CRDSETL calls Program FET-PROGRAM ?")]
    [InlineData("COBOL/CRDPST01",
        "Program CRDPST01 reads DdName POSTIN", "Program CRDPST01 updates DdName ACTMAS",
        "Program CRDPST01 writes DdName REJECTS",
        "Program CRDPST01 calls Program ACTVAL")]
    [InlineData("COBOL/EOMINT01",
        "Program EOMINT01 reads DdName POSTED", "Program EOMINT01 writes DdName MONTHWK",
        "Program EOMINT01 updates DdName ACTMAS",
        "Program EOMINT01 writes DdName CTLOUT", "Program EOMINT01 calls Program CEEDAYS")]
    [InlineData("COBOL/STMPRT01",
        "Program STMPRT01 reads DdName ACTMAS", "Program STMPRT01 writes DdName PRINT",
        "Program STMPRT01 updates DdName LASTPAGE")]
    [InlineData("COBOL/CRDLET01", "Program CRDLET01 calls Program CBLTDLI", "Program CRDLET01 reads DdName REQUEST")]
    [InlineData("COBOL/CRDFEE01", "Program CRDFEE01 copies Copybook CRDFEE")]
    [InlineData("COPYLIB/CRDTRN", "Copybook CRDTRN copies Copybook CRDKEY")]
    [InlineData("BMS/ACTM01", "Mapset ACTM01 contains Map ACTM01.ACTINQM")]
    [InlineData("CSD/ACTGRP1",
        "Transaction ACT0 runs Program ACTMNU", "CicsFile ACTMAS uses DataSet PROD.ACCT.MASTER",
        "CicsFile ACTCUS uses DataSet PROD.ACCT.MASTER.CUSTPATH", "Queue ACTA uses DdName ACTAUDIT")]
    [InlineData("CSD/CRDGRP1",
        "Transaction CRDA runs Program CRDAUTH", "Transaction CRDQ runs Program CRDMQI01",
        "Resource DB2ENTRY CRDENTRY uses Plan CRDPLAN",
        "Resource DB2TRAN CRDATRAN uses Transaction CRDA", "Resource LIBRARY CRDLIB uses DataSet PROD.CARDS.LOADLIB")]
    [InlineData("CSD/CRDGRPT", "Transaction CRT2 runs Program CRDTOK01")]
    [InlineData("DDL/CRDTAB01",
        "Table CARDS.CARD uses Tablespace CRDDB.CRDTS01", "Index CARDS.XCARD1 uses Table CARDS.CARD",
        "Table CARDS.AUTH_LOG uses Table CARDS.CARD", "Table CARDS.V_BLOCKED reads Table CARDS.CARD")]
    [InlineData("DDL/CRDIX09", "Index CARDS.CRDIX09 uses Table CARDS.CARD_TOKEN")]
    [InlineData("DBD/CUSTDB",
        "Dbd CUSTDB contains Segment LETTER", "Segment ADDRESS uses Segment CUSTOMER", "Dbd CUSTDB uses Dbd CUSTIX",
        "Dbd CUSTDB uses DdName CUSTDATA")]
    [InlineData("DBD/CUSTIX", "Dbd CUSTIX uses Dbd CUSTDB", "Dbd CUSTIX uses Segment CUSTOMER")]
    [InlineData("PSB/CRDLETPS",
        "Psb CRDLETPS updates Dbd CUSTDB", "Psb CRDLETPS reads Segment CUSTOMER", "Psb CRDLETPS writes Segment LETTER")]
    [InlineData("MQ/CRDMQ01",
        "Queue CARDS.AUTH.REQUEST uses Resource PROCESS CARDS.AUTH.PROCESS",
        "Queue CARDS.AUTH.REQUEST uses Queue CARDS.AUTH.BACKOUT",
        "Resource PROCESS CARDS.AUTH.PROCESS starts Transaction CRDQ", "Queue CARDS.SETTLE.NOTICE uses Queue QMSCHEME.XMIT",
        "Queue CARDS.AUTH.TEST uses Queue CARDS.AUTH.REQUEST")]
    [InlineData("RACF/CRDRACF",
        "ControlMember CRDRACF permits SecurityProfile DATASET PROD.CARDS.**",
        "SecurityProfile DATASET PROD.ACCT.MASTER uses DataSet PROD.ACCT.MASTER",
        "SecurityProfile GCICSTRN ACCTTRAN contains Transaction ACT2", "SecurityProfile TCICSTRN CRT2 uses Transaction CRT2",
        "SecurityProfile MQQUEUE MQP1.CARDS.AUTH.REQUEST uses Queue CARDS.AUTH.REQUEST")]
    [InlineData("PLI/CRDREC01",
        "Program CRDREC01 copies Copybook CRDRECI", "Program CRDREC01 calls Program CRDMOD10",
        "Program CRDREC01 reads DdName POSTED",
        "Program CRDREC01 reads DdName TOTALS")]
    [InlineData("ASM/CRDMOD10", "Program CRDMOD10 copies Copybook CRDREGS", "Program CRDMOD10 calls Program CRDCOUNT")]
    [InlineData("REXX/CRDXCHK",
        "Program CRDXCHK calls Program CRDXMSG", "Program CRDXCHK uses DataSet PROD.CARDS.PARMLIB(CRDCUT1)",
        "Program CRDXCHK reads DdName CUTOFF",
        "Program CRDXCHK runs Job CRDEXTJ ~")]
    [InlineData("SCHED/CRDNIGHT",
        "ScheduledJob CARDS-NIGHT.CRDSET2 runs Job CRDSETJ", "ScheduledJob CARDS-NIGHT.CRDSET1 follows Condition CRD-EXTRACT-OK",
        "ScheduledJob CARDS-NIGHT.CRDPSTJ raises Condition CRD-POSTED",
        "ScheduledJob CARDS-NIGHT.STMPRT follows Condition CRD-POSTED",
        "ScheduledJob CARDS-NIGHT.CRDSET1 raises Condition CRD-HOLD-XFER")]
    [InlineData("SCHED/EOMCA7",
        "ScheduledJob EOMINT runs Job EOMINT", "ScheduledJob EOMINT follows ScheduledJob COREPRE",
        "ScheduledJob EOMINT follows ScheduledJob CRDPSTJ")]
    [InlineData("JCL/CRDEXTJ",
        "Job CRDEXTJ uses DataSet PROD.CARDS.PROCFIX", "Job CRDEXTJ uses DataSet PROD.CARDS.PROCLIB",
        "Job CRDEXTJ uses JclInclude CRDSETS",
        "Step CRDEXTJ.STEP010 runs Proc DB2RUN", "Step CRDEXTJ.STEP010 creates DataSet PROD.CARDS.AUTH.EXTRACT(+1)",
        "Step CRDEXTJ.STEP020 runs Program CRDXMSG")]
    [InlineData("JCL/CRDSETJ",
        "Step CRDSETJ.STEP010 runs Proc CRDSETP", "Step CRDSETJ.STEP020 writes DataSet PROD.CARDS.SETTLE.CHECK",
        "Step CRDSETJ.STEP020 reads DataSet &HLQ..SETTLE.TOTALS(+1) ?")]
    [InlineData("JCL/CRDPSTJ",
        "Step CRDPSTJ.STEP010 reads DataSet PROD.CARDS.POSTING", "Step CRDPSTJ.STEP020 runs Program CRDPST01",
        "Step CRDPSTJ.STEP020 creates DataSet PROD.CARDS.POSTED(+1)", "Step CRDPSTJ.STEP030 runs Program CRDREC01",
        "Step CRDPSTJ.STEP040 deletes DataSet PROD.CARDS.POSTING.*")]
    [InlineData("JCL/CRDXFER",
        "Step CRDXFER.STEP010 creates DataSet PROD.CARDS.XFER.D%%ODATE ?", "Step CRDXFER.STEP020 runs Program FTP")]
    [InlineData("JCL/CRDBIND",
        "Step CRDBIND.LKED reads DataSet PROD.CARDS.PARMLIB(LKDAUTH)",
        "Step CRDBIND.BIND reads DataSet PROD.CARDS.PARMLIB(BNDCRD1)", "Step CRDBIND.REFRESH binds Package CARDONL.CRDAUTH")]
    [InlineData("JCL/CRDDEFJ",
        "Step CRDDEFJ.STEP010 runs Proc DELDEF", "Step CRDDEFJ.STEP020 creates DataSet PROD.CARDS.POSTING",
        "Step CRDDEFJ.STEP030 creates DataSet PROD.CARDS.SETTLE.CHECK")]
    [InlineData("JCL/COREPRE", "Step COREPRE.CHECK runs Program CRDXCHK")]
    [InlineData("JCL/EOMINT",
        "Step EOMINT.SORT reads DataSet PROD.CORE.PARMLIB(SRTPOST)", "Step EOMINT.SORT creates DataSet PROD.CORE.MONTH.POSTED",
        "Step EOMINT.INTEREST runs Program EOMINT01",
        "Step EOMINT.INTEREST deletes DataSet PROD.CORE.MONTH.POSTED")]
    [InlineData("JCL/STMPRT",
        "Step STMPRT.STEP010 runs Proc STMPRTP", "Step STMPRT.STEP010 reads DataSet PROD.STMT.EXTRA.LINES",
        "Step STMPRT.STEP020 reads DataSet PROD.STMT.PRINT(+1)")]
    [InlineData("JCL/LETPRT",
        "Step LETPRT.LETTERS runs Program CRDLET01", "Step LETPRT.LETTERS uses Psb CRDLETPS",
        "Step LETPRT.LETTERS reads DataSet PROD.IMS.CUSTDB.DATA")]
    [InlineData("PROCLIB/CRDSETP",
        "Step CRDSETP.SETTLE runs Program CRDSETL", "Step CRDSETP.SORT reads DataSet PROD.CARDS.AUTH.EXTRACT(0) ~",
        "Step CRDSETP.SETTLE creates DataSet PROD.CARDS.POSTING(+1) ~")]
    [InlineData("PROCFIX/CRDSETP", "Step CRDSETP.SETTLE reads DataSet PROD.CARDS.LOADFIX ~")]
    [InlineData("PROCLIB/STMPRTP",
        "Step STMPRTP.PRINT runs Program STMPRT01", "Step STMPRTP.PRINT uses DataSet PROD.STMT.LASTPAGE")]
    [InlineData("PARMLIB/BNDCRD1",
        "ControlMember BNDCRD1 binds Package CARDONL.CRDAUTH", "Package CARDBAT.CRDEXT01 contains Program CRDEXT01",
        "ControlMember BNDCRD1 binds Plan CRDBATCH",
        "Plan CRDPLAN contains Package CARDONL.*", "ControlMember BNDCRD1 reads DataSet PROD.CARDS.DBRMLIB")]
    [InlineData("PARMLIB/RUNEXT1", "ControlMember RUNEXT1 runs Program CRDEXT01", "ControlMember RUNEXT1 uses Plan CRDBATCH")]
    [InlineData("PARMLIB/IDCACT1",
        "ControlMember IDCACT1 deletes DataSet PROD.ACCT.MASTER",
        "ControlMember IDCACT1 creates DataSet PROD.ACCT.MASTER.CUSTPATH",
        "ControlMember IDCACT1 uses DataSet PROD.ACCT.MASTER.CUSTAIX")]
    [InlineData("PARMLIB/LKDAUTH", "Program CRDAUTH contains Program CRDMOD10")]
    public void Member_refers_to_what_its_source_says(string member, params string[] expected) =>
        Assert.Empty(expected.Except(Members[member].References.Select(Sentence)));

    [Fact]
    public void Place_of_a_reference_is_where_its_name_stands() => Assert.Empty(
        from member in Members
        let lines = File.ReadAllLines(Path.Combine(Folder, member.Key))
        from reference in member.Value.References
        let there = lines[reference.At.Line - 1][(reference.At.Column - 1)..].TrimStart('\'')
        // What triggers a job stands where the job is named, and a profile's queue where the profile is.
        let parts = $"{reference.To.Name}.{reference.From.Name}".Split(' ', '.')
        // A sort reads and writes DD names that no card says, and a symbol or a referback stands for its value.
        where reference.To.Kind is not ThingKind.DdName && there[0] is not ('&' or '*')
            && !parts.Any(part => there.StartsWith(part, StringComparison.OrdinalIgnoreCase))
        select $"{member.Key} {reference.At}: {Sentence(reference)} is not at {there}");

    [Fact]
    public void Nothing_is_unresolved_but_what_the_sources_leave_open() => Assert.Equal(
        [
            "COBOL/ACTINQ LIT-UPDATE-PGM",
            "COBOL/ACTMNU WS-NEXT-PGM",
            // Segment search arguments, whose segments are their values.
            "COBOL/CRDLET01 SSA-CUSTOMER",
            "COBOL/CRDLET01 SSA-ADDRESS",
            "COBOL/CRDLET01 SSA-LETTER",
            "COBOL/CRDSETL FET-PROGRAM",
            // Set in CRDSETS, which the job includes.
            "JCL/CRDSETJ &HLQ..SETTLE.TOTALS",
            "JCL/CRDXFER PROD.CARDS.XFER.D%%ODATE",
            // Defaults of nothing: the caller says.
            "PROCLIB/STMPRTP &IN",
            "PROCLIB/STMPRTP &OUT",
            // A generic profile.
            "RACF/CRDRACF PROD.CARDS.**",
        ],
        Members.SelectMany(member => member.Value.References.Where(reference => reference.Certainty == Certainty.Unresolved)
            .Select(reference => $"{member.Key} {reference.To.Name}")).Distinct());

    [Theory]
    [InlineData("CRDEXTJ", "STEP010.RUN EXTRACT PROD.CARDS.AUTH.EXTRACT(+1)")]
    [InlineData("CRDSETJ", "STEP010.SORT SORTIN PROD.CARDS.AUTH.EXTRACT(0)", "STEP010.SETTLE POSTING PROD.CARDS.POSTING(+1)",
        "STEP010.SETTLE CUTOFF PROD.CARDS.PARMLIB(CRDCUT1)", "STEP020 SYSUT1 PROD.CARDS.SETTLE.TOTALS(+1)")]
    [InlineData("CRDPSTJ",
        "STEP010 SORTIN PROD.CARDS.POSTING()", "STEP020 POSTIN &&BYACCT()", "STEP020 ACTMAS PROD.ACCT.MASTER()",
        "STEP020 POSTED PROD.CARDS.POSTED(+1)")]
    [InlineData("STMPRT", "STEP010.SORT SORTIN PROD.CARDS.POSTED(0)", "STEP010.SORT SORTIN PROD.STMT.EXTRA.LINES()",
        "STEP010.PRINT LASTPAGE PROD.STMT.LASTPAGE.NIGHT()", "STEP010.PRINT PRINT PROD.STMT.PRINT(+1)")]
    public void Night_is_a_chain_through_data_sets(string job, params string[] expected)
    {
        var expanded = Expand(job);

        Assert.Empty(expanded.Diagnostics);
        Assert.Empty(expected.Except(expanded.Steps.SelectMany(step => step.Dds.Where(dd => dd.DataSet is not null)
            .Select(dd => $"{step.FullName} {dd.Name} {dd.DataSet!.Value.Name}({dd.DataSet.Value.Detail})"))));
    }

    [Fact]
    public void Fix_library_comes_before_the_production_one()
    {
        var settle = Expand("CRDSETJ").Steps.Single(step => step.Name == "SETTLE");

        Assert.Equal("PROD.CARDS.LOADFIX", settle.Find("STEPLIB")[0].DataSet?.Name);
    }

    private static ExpandedJob Expand(string job) => Expansion.Of(
        Parse("JCL", job)!.Jobs[0],
        name => (Parse("PROCFIX", name) ?? Parse("PROCLIB", name))?.Procs[0],
        name => Parse("PROCFIX", name) ?? Parse("PROCLIB", name));

    private static JclMember? Parse(string library, string name) =>
        Path.Combine(Folder, library, name) is var path && File.Exists(path) ? JclText.Parse(File.ReadAllText(path), name) : null;

    private static string Sentence(Reference reference) =>
        $"{reference.From} {reference.Verb.ToString().ToLowerInvariant()} {reference.To}"
        + (reference.Detail is { } detail ? $"({detail})" : "") + reference.Certainty switch
        {
            Certainty.Certain => "",
            Certainty.Candidate => " ~",
            _ => " ?",
        };

    private static string Root(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "Sluice.slnx"))
        ? folder.FullName
        : Root(folder.Parent ?? throw new DirectoryNotFoundException("No folder above holds Sluice.slnx."));
}
