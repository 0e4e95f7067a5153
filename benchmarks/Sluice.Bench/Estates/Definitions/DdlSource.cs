using Sluice.Bench.Estates.Writing;

namespace Sluice.Bench.Estates.Definitions;

/// <summary>Tables with their table spaces, indexes and grants.</summary>
internal sealed class DdlSource(Deck deck, Dice dice, int number)
{
    private readonly string database = $"DB{Catalogue.ApplicationOf(number).Code}{number:D4}";

    public void Write(int lines)
    {
        deck.Add($"""
            -- {Catalogue.ApplicationOf(number).Name}
            SET CURRENT SQLID = 'PRODDBA';
            CREATE DATABASE {database} STOGROUP SGPROD BUFFERPOOL BP2 CCSID EBCDIC;
            """);
        for (var at = 0; at < Catalogue.TablesInMember; at++)
            Table((number * Catalogue.TablesInMember) + at, Math.Max(3, (lines / Catalogue.TablesInMember) - 11));
    }

    private void Table(int number, int columns)
    {
        var (table, noun) = (Catalogue.Table(number), Terms.Nouns[number % Terms.Nouns.Length]);
        deck.Add($"""
            CREATE TABLESPACE TS{number:D6} IN {database}
                USING STOGROUP SGPROD PRIQTY {720 * (1 + dice.Below(20))}
                SEGSIZE 32 LOCKSIZE PAGE;
            CREATE TABLE {table}
                ( {noun}_KEY            CHAR(16) NOT NULL
                , {noun}_AMOUNT         DECIMAL(15, 2) NOT NULL
                , {noun}_DATE           DATE
            """);
        for (var column = 0; column < columns; column++)
            deck.Add($"    , {noun}_C{column:D3}           CHAR(10) NOT NULL WITH DEFAULT");
        deck.Add($"""
                , PRIMARY KEY ({noun}_KEY) )
                IN {database}.TS{number:D6};
            CREATE UNIQUE INDEX {table[..table.IndexOf('.')]}.X{number:D6}
                ON {table} ({noun}_KEY ASC)
                USING STOGROUP SGPROD CLUSTER;
            GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO PRODBAT;
            """);
    }
}
