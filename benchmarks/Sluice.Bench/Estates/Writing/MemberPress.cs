using Sluice.Bench.Estates.Cobol;
using Sluice.Bench.Estates.Definitions;
using Sluice.Bench.Estates.Jobs;
using Sluice.Bench.Estates.Others;

namespace Sluice.Bench.Estates.Writing;

/// <summary>Makes the bytes of one member after the other, each from its own throws of the dice.</summary>
internal sealed class MemberPress(Catalogue catalogue, ulong seed)
{
    private readonly Deck deck = new();

    /// <summary>Of what was printed last.</summary>
    public int Lines => deck.Lines;

    /// <summary>Sources of cards: no line is longer than 80 bytes.</summary>
    public static bool CanBeEbcdic(SourceKind kind) =>
        kind is SourceKind.Cobol or SourceKind.Copybook or SourceKind.Job or SourceKind.Proc or SourceKind.Assembler;

    /// <returns>To be used until the next is printed.</returns>
    public ReadOnlySpan<byte> Print(EstateMember member)
    {
        var dice = new Dice(seed, Estate.StreamOf(member.Kind, member.Number));
        deck.Begin(NumberingOf(member.Kind, dice), !member.IsEbcdic && dice.Percent(5));
        Write(member, dice);
        return member switch
        {
            { Flaw: Flaw.Binary } => Damage.Binary(deck.Content, dice),
            { Flaw: Flaw.Truncated } => Damage.Truncated(deck.Content, dice),
            { Flaw: Flaw.UnclosedLiteral } when Damage.Unclosed(deck.Content, dice) is { } text => InCode(text, member, dice),
            _ => InCode(deck.Content, member, dice),
        };
    }

    private static ReadOnlySpan<byte> InCode(ReadOnlySpan<byte> text, EstateMember member, Dice dice) =>
        member.IsEbcdic ? Records.Of(text, dice) : text;

    private void Write(EstateMember member, Dice dice)
    {
        var (number, lines) = (member.Number, member.Lines);
        switch (member.Kind)
        {
            case SourceKind.Cobol: new ProgramSource(deck, dice, catalogue, number).Write(lines); break;
            case SourceKind.Copybook: new CopybookSource(deck, dice, catalogue, number).Write(lines); break;
            case SourceKind.Job: new JobSource(deck, dice, catalogue, number).Write(lines); break;
            case SourceKind.Proc: new ProcSource(deck, dice, catalogue, number).Write(lines); break;
            case SourceKind.ControlCards: new ControlCardSource(deck, dice, catalogue, number).Write(lines); break;
            case SourceKind.Bms: new MapsetSource(deck, dice, number).Write(lines); break;
            case SourceKind.Ddl: new DdlSource(deck, dice, number).Write(lines); break;
            case SourceKind.Csd: new CsdSource(deck, catalogue, number).Write(); break;
            case SourceKind.Dbd: new DbdSource(deck, dice, number).Write(lines); break;
            case SourceKind.Psb: new PsbSource(deck, dice, catalogue, number).Write(lines); break;
            case SourceKind.Pli: new PliSource(deck, dice, catalogue, number).Write(lines); break;
            case SourceKind.Assembler: new AssemblerSource(deck, dice, catalogue, number).Write(lines); break;
            case SourceKind.Rexx: new RexxSource(deck, dice, catalogue, number).Write(lines); break;
            case SourceKind.Schedule: new ScheduleSource(deck, catalogue, number).Write(); break;
        }
    }

    private static Numbering NumberingOf(SourceKind kind, Dice dice) => kind switch
    {
        SourceKind.Cobol or SourceKind.Copybook => dice.Below(100) switch
        {
            < 20 => Numbering.Both,
            < 30 => Numbering.Left,
            < 45 => Numbering.Right,
            < 65 => Numbering.Padded,
            _ => Numbering.None,
        },
        SourceKind.Job or SourceKind.Proc => dice.Below(100) switch
        {
            < 10 => Numbering.Right,
            < 40 => Numbering.Padded,
            _ => Numbering.None,
        },
        _ => Numbering.None,
    };
}
