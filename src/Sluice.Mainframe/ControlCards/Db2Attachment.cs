namespace Sluice.Mainframe.ControlCards;

/// <summary>
/// DSNMTV01 runs a program under IMS batch with access to Db2; the program and its plan stand in DDITV02. Source: Db2 for z/OS
/// Application Programming and SQL Guide, input of Db2 DL/I batch jobs:
/// <c>SSN,LIT,ESMT,RTT,REO,CRC,CONNECTION_NAME,PLAN,PROG</c>.
/// </summary>
internal static class Db2Attachment
{
    private const int PlanField = 8;

    public static void Read(Cards cards)
    {
        var statement = cards.Statement();
        for (var line = cards.First; line <= cards.Last; line++)
        {
            if (cards[line] is not [not '*', ..])
                continue;
            statement.Clear();
            statement.Continue(cards[line], line, 1);
            var operands = new Operands(statement.Span, 0, statement.Length);
            for (var field = 1; field < PlanField; field++)
                operands.Field();
            var (plan, program) = (operands.Field(), operands.Field());
            statement.Refer(Verb.Uses, ThingKind.Plan, plan.Start, plan.End);
            statement.Refer(Verb.Runs, ThingKind.Program, program.Start, program.End);
        }
    }
}
