using System.Data.Common;
using System.Text.Json;

namespace Sluice.Bench.Floor;

/// <summary>Writes what was read as one would by hand: an array of objects, a member for each column.</summary>
internal static class RowsAsJson
{
    public static async Task Write(Utf8JsonWriter json, DbDataReader rows)
    {
        json.WriteStartArray();
        while (await rows.ReadAsync())
        {
            json.WriteStartObject();
            for (var column = 0; column < rows.FieldCount; column++)
                WriteMember(json, rows, column);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static async Task Skip(DbDataReader rows)
    {
        while (await rows.ReadAsync())
            for (var column = 0; column < rows.FieldCount; column++)
                rows.GetValue(column);
    }

    private static void WriteMember(Utf8JsonWriter json, DbDataReader rows, int column)
    {
        json.WritePropertyName(rows.GetName(column));
        if (rows.IsDBNull(column))
            json.WriteNullValue();
        else if (rows.GetFieldType(column) is var type && type == typeof(string))
            json.WriteStringValue(rows.GetString(column));
        else if (type == typeof(int))
            json.WriteNumberValue(rows.GetInt32(column));
        else if (type == typeof(long))
            json.WriteNumberValue(rows.GetInt64(column));
        else if (type == typeof(bool))
            json.WriteBooleanValue(rows.GetBoolean(column));
        else if (type == typeof(Guid))
            json.WriteStringValue(rows.GetGuid(column));
        else if (type == typeof(DateTime))
            json.WriteStringValue(rows.GetDateTime(column));
        else
            json.WriteStringValue(rows.GetValue(column).ToString());
    }
}
