namespace Sluice.Mainframe.Tests.Cobol;

/// <summary>Calls of DL/I, whose segments are named in storage.</summary>
public sealed class DliCallTests
{
    private const string Function = "01 F PIC X(4) VALUE 'ISRT'.";

    [Theory]
    [InlineData("CALL 'CBLTDLI' USING F PCB AREA SSA1 SSA2.", "Uses Segment SSA1, Writes Segment SSA2")]
    [InlineData("CALL 'CBLTDLI' USING BY REFERENCE F, PCB, AREA, SSA1 OF G.", "Writes Segment SSA1")]
    [InlineData("CALL 'AIBTDLI' USING F AIB AREA SSA1.", "Writes Segment SSA1")]
    [InlineData("CALL 'CBLTDLI' USING COUNT-OF F PCB AREA SSA1.", "Writes Segment SSA1")]
    [InlineData("CALL 'CBLTDLI' USING BY CONTENT 'GU  ' BY REFERENCE PCB AREA SSA1.", "Reads Segment SSA1")]
    [InlineData("CALL 'CBLTDLI' USING OF-A-COPYBOOK PCB AREA SSA1.", "Uses Segment SSA1")]
    [InlineData("CALL 'CBLTDLI' USING F PCB AREA.", "")]
    [InlineData("CALL 'CBLTDLI' USING F", "")]
    [InlineData("CALL 'OTHER' USING F PCB AREA SSA1.", "")]
    public void Arguments_behind_the_area_hold_segments(string call, string said)
    {
        var segments = Programs.Fixed(Function, call).References.Where(reference => reference.To.Kind is ThingKind.Segment).ToList();

        Assert.Equal(said, string.Join(", ", segments.Select(reference => reference.Said())));
        Assert.All(segments, reference => Assert.Equal((Certainty.Unresolved, reference.To.Name), (reference.Certainty, reference.Variable)));
    }

    [Theory]
    [InlineData("01 SSA. 05 SEG PIC X(8) VALUE 'PAYSEG'. 05 FILLER PIC X VALUE ' '.")]
    [InlineData("01 SSA. 05 FILLER PIC X(8) VALUE 'PAYSEG  '. 05 FILLER PIC X VALUE '('.")]
    [InlineData("01 SSA. 05 QUAL. 10 FILLER PIC X(8) VALUE 'PAYSEG  '. 10 K PIC S9(9) COMP.")]
    [InlineData("01 SSA. 05 SEG PIC X(8). 05 FILLER PIC X. PROCEDURE DIVISION. MOVE 'PAYSEG' TO SEG.")]
    [InlineData("01 SSA PIC X(9) VALUE 'PAYSEG   '.")]
    [InlineData("01 SSA PIC X(20) VALUE 'PAYSEG  (KEY     = '.")]
    [InlineData("01 SSA PIC X(20) VALUE 'PAYSEG  *D(KEY   = '.")]
    public void Search_argument_begins_with_its_segment(string storage)
    {
        var linked = Linking.Of(("PAY.cbl", $"       PROGRAM-ID. PAY.\n       {storage.Replace(". ", ".\n       ", StringComparison.Ordinal)}\n"
            + "           CALL 'CBLTDLI' USING F PCB AREA SSA.\n"));

        var segment = Assert.Single(linked, reference => reference.To.Kind is ThingKind.Segment);
        Assert.Equal(("PAYSEG", Certainty.Candidate), (segment.To.Name, segment.Certainty));
    }
}
