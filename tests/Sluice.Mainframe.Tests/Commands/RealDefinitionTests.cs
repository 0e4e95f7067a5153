using Sluice.Mainframe.Bms;
using Sluice.Mainframe.Db2;
using Sluice.Mainframe.Ims;
using Sluice.Mainframe.Racf;

namespace Sluice.Mainframe.Tests.Commands;

public sealed class RealDefinitionTests
{
    [Fact]
    public void Every_map_set_is_named_like_its_member_and_has_a_map()
    {
        Truth.IsNeeded();
        var members = RealDefinitions.Members("bms").ToList();
        Assert.True(members.Count > 20, $"Only {members.Count} members.");
        foreach (var member in members)
        {
            var findings = RealDefinitions.Read(BmsReader.Read, member);
            var mapset = new Thing(ThingKind.Mapset, MemberName.Of(member));
            Assert.Contains(findings.Defines, definition => definition.What == mapset);
            Assert.Contains(findings.References, reference => reference.From == mapset && reference.Verb == Verb.Contains);
            Assert.Empty(findings.Diagnostics);
        }
    }

    [Theory]
    [InlineData("dbd", "Dbd DBPAUTP0,Dbd DBPAUTX0,Dbd PADFLDBD,Dbd PASFLDBD,Segment PAUTDTL1,Segment PAUTINDX,Segment PAUTSUM0")]
    [InlineData("psb", "Psb DLIGSAMP,Psb PAUTBUNL,Psb PSBPAUTB,Psb PSBPAUTL")]
    [InlineData("ddl",
        "Index CARDDEMO.XAUTHFRD,Index CARDDEMO.XTRAN_TYPE,Index CARDDEMO.X_TRAN_TYPE_CATG,Table CARDDEMO.AUTHFRDS,"
        + "Table CARDDEMO.TRANSACTION_TYPE,Table CARDDEMO.TRANSACTION_TYPE_CATEGORY")]
    public void Real_members_define_what_they_say(string extension, string defined)
    {
        Truth.IsNeeded();
        Told.Reader reader = extension switch { "dbd" => DbdReader.Read, "psb" => PsbReader.Read, _ => DdlReader.Read };
        var findings = RealDefinitions.Members(extension).Select(member => RealDefinitions.Read(reader, member)).ToList();

        Assert.All(findings, one => Assert.Empty(one.Diagnostics));
        Assert.Equal(defined, string.Join(',', findings.SelectMany(one => one.Defines).Select(one => one.What
            .ToString()).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Real_commands_of_racf_are_understood()
    {
        Truth.IsNeeded();
        var source = RealDefinitions.Source("carddemo/samples/jcl/RACFCMDS.jcl");
        var findings = new Findings();
        RacfReader.Read(new(new(ThingKind.Step, "RACFCMDS.TSOBAT"), source, 1, source.Count), findings);

        Assert.Contains("SecurityProfile GCICSTRN CARD contains Transaction CT02", findings.Sentences(),
            StringComparison.Ordinal);
        Assert.Contains("SecurityProfile GROUP M2APPDEV contains SecurityProfile USER AWSCODR", findings.Sentences(),
            StringComparison.Ordinal);
    }
}
