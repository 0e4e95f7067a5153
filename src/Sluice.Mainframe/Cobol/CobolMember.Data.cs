namespace Sluice.Mainframe.Cobol;

// Enterprise COBOL for z/OS Language Reference, chapter "DATA DIVISION--data description entry".
internal sealed partial class CobolMember
{
    private const int MostOccurrences = 1 << 27;
    private const int Renames = 66;
    private const int Constant = 78;
    private const int Condition = 88;

    private readonly Storage storage;
    private Token lastItem;

    private void DataDescription()
    {
        var begin = Current.At;
        var level = 0;
        var isLevel = Current.Text.Length <= 2 && int.TryParse(Current.Text, out level);
        Advance();
        if (!isLevel || Current.Kind is not TokenKind.Word)
            return;
        var entry = new DataEntry { Level = level, At = begin };
        if (!Current.IsWord("FILLER") && DataClauses.Of(Current).Clause is DataClause.None)
            entry.Item = Current;
        if (entry.Level != Condition)
            lastItem = entry.Item;
        while (Current.Kind is not (TokenKind.Period or TokenKind.End) && Clause(ref entry))
            Advance();
        if (entry.Level is not (Renames or Constant or Condition))
            storage.Add(entry);
    }

    /// <returns>Whether the entry goes on.</returns>
    private bool Clause(ref DataEntry entry)
    {
        var (clause, usage) = DataClauses.Of(Current);
        switch (clause)
        {
            case DataClause.Ends:
                return false;
            case DataClause.Picture:
                Advance();
                if (Current.IsWord("IS"))
                    Advance();
                entry.Picture = Picture.Of(scanner.Unbroken());
                break;
            case DataClause.Value:
                entry.Value = Values(entry.Item, entry.Level == Condition);
                break;
            case DataClause.Occurs:
                Occurs(ref entry);
                break;
            case DataClause.Depending:
                entry.Occurs = DataEntry.Untold;
                break;
            case DataClause.Redefines:
                entry.Other = Advance();
                break;
            case DataClause.Synchronized:
                entry.IsSynchronized = true;
                break;
            case DataClause.Separate:
                entry.HasSeparateSign = true;
                break;
            case DataClause.Usage:
                entry.Usage = usage;
                break;
        }
        return Current.Kind is not (TokenKind.Period or TokenKind.End);
    }

    private void Occurs(ref DataEntry entry)
    {
        var times = Advance();
        if (times.Kind is TokenKind.Number && int.TryParse(times.Text, out var count))
            entry.Occurs = Math.Clamp(count, 1, MostOccurrences);
    }

    /// <returns>The first of them, where it is a literal: that is what SET … TO TRUE moves.</returns>
    private Token Values(Token item, bool isCondition)
    {
        Advance();
        if (Current.IsWord("IS") || Current.IsWord("ARE"))
            Advance();
        if (Current.IsWord("ALL"))
            Advance();
        if (Current.Kind is not TokenKind.Literal)
            return default;
        if (item.Kind is not TokenKind.Word)
            return Current;
        Assign(item, AssignedBy.Value, Current);
        if (isCondition && lastItem.Kind is TokenKind.Word)
            assigned.Add(new(lastItem, AssignedBy.Condition, item));
        return Current;
    }
}
