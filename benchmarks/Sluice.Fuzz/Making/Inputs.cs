namespace Sluice.Fuzz.Making;

/// <summary>
/// Makes spoiled members out of good ones: always the same of the same good ones, seed and number. Most are small, because most
/// of what can go wrong does so within a few lines, and many small ones are tried in the time of a large one.
/// </summary>
/// <param name="largest">In bytes; about so much for the few that are large.</param>
internal sealed class Inputs(SeedMembers seeds, ulong seed, int largest)
{
    private const int Medium = 64 * 1024;
    private const int Large = 1024 * 1024;

    public const int Largest = 100_000_000;

    private static readonly string[] OddPaths =
    [
        "PAYROLL", "PROD.JCL(PAYROLL)", "PROD.COBOL/PAYROLL", ".hidden", "a very long name that is no member's.cbl", "1DIGIT.jcl", "PÄY.cpy",
        "PAYROLL.xyz", "PROD.PROCLIB/PAYROLL", "PROD.CNTL/PAYROLL", "README.md", "PAYROLL.", "A.B.C.D.E.cbl", "(.jcl", ").jcl", "().jcl",
    ];

    private readonly Action<Draft, Chance>[] changes = Changes(seeds);

    public ulong Seed => seed;

    public Input Of(long number)
    {
        var chance = Chance.For(seed, number);
        if (chance.OneIn(300))
            return new(number, Path(chance.Of(seeds.All), chance), Noise(chance));
        var draft = Piece(chance);
        // Few changes leave most of it readable; now and then one is left as it was, and another is beyond recognition.
        for (var times = chance.OneIn(12) ? chance.Between(0, 20) : chance.Between(1, 4); times > 0 && draft.Lines.Count > 0 && !draft.IsFull; times--)
            chance.Of(changes)(draft, chance);
        var path = Path(draft.Seed, chance);
        var content = Form.Of(draft.Lines, chance);
        for (var times = chance.OneIn(3) ? chance.Between(1, 4) : 0; times > 0; times--)
            content = ByteChanges.Spoil(content, chance);
        return new(number, path, Grown(content, chance));
    }

    private Draft Piece(Chance chance)
    {
        // Each language as often as any other, however many members it has.
        var member = chance.OneIn(4) ? chance.Of(seeds.All) : chance.Of(seeds.In(chance.Of(seeds.Languages)));
        if (chance.OneIn(16))
            return new(member, [.. member.Lines]);
        // What it begins with tells the language.
        var start = chance.OneIn(2) ? 0 : chance.Below(member.Lines.Count);
        return new(member, [.. member.Lines.Skip(start).Take(chance.Between(5, 60))]);
    }

    private string Path(SeedMember member, Chance chance) => chance.Below(10) switch
    {
        0 => chance.Of(OddPaths),
        1 => System.IO.Path.ChangeExtension(member.Path, System.IO.Path.GetExtension(chance.Of(seeds.All).Path)),
        2 => System.IO.Path.GetFileNameWithoutExtension(member.Path),
        _ => member.Path,
    };

    private byte[] Grown(byte[] content, Chance chance)
    {
        var size = chance.OneIn(100_000) ? chance.OfAnySize(Large, Largest) : chance.OneIn(2000) ? chance.OfAnySize(Medium, Large) : 0;
        return content.Length == 0 || size <= content.Length ? content : ByteChanges.Grown(content, Math.Min(size, largest), chance);
    }

    private static byte[] Noise(Chance chance)
    {
        var content = new byte[chance.OneIn(8) ? 0 : chance.OfAnySize(1, 8192)];
        if (chance.OneIn(4))
            content.AsSpan().Fill((byte)chance.Below(256));
        else
            ByteChanges.Noise(content, chance);
        // With few control characters, so that it passes for text.
        if (chance.OneIn(2))
            foreach (ref var value in content.AsSpan())
                value = (byte)(value % 96 is 95 ? '\n' : ' ' + (value % 96));
        return content;
    }

    private static Action<Draft, Chance>[] Changes(SeedMembers seeds)
    {
        var (words, splice) = (new WordChanges(seeds), new Splice(seeds));
        return
        [
            words.Insert, words.Insert, words.Insert, words.Replace, words.Replace, WordChanges.Delete, WordChanges.Mark, WordChanges.Mark,
            WordChanges.Unmark, WordChanges.Unmark, WordChanges.Number, WordChanges.NameItself, WordChanges.LongName, WordChanges.OtherCase,
            WordChanges.Chain, LineChanges.Delete, LineChanges.Repeat, LineChanges.Swap, LineChanges.Shift, LineChanges.Cut, LineChanges.Split, LineChanges.Join,
            LineChanges.Number, LineChanges.Blank, LineChanges.Lengthen, LineChanges.Tabs, Nesting.Deepen, Continuation.GoOn, splice.In, splice.In,
        ];
    }
}
