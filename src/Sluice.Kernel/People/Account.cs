using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sluice.Kernel.People;

/// <summary>
/// What a person is called inside one organisation, for good: an account is never renamed and never given to anyone else, so
/// that a history names people in words an auditor can read.
/// </summary>
[JsonConverter(typeof(Json))]
public readonly record struct Account(string Name) : IComparable<Account>
{
    /// <summary>Who acts when nobody does: expiries, wake-ups, rechecks. Has no roles and cannot sign in.</summary>
    public static Account Clockwork { get; } = new("sluice");

    public int CompareTo(Account other) => string.CompareOrdinal(Name, other.Name);

    public static bool operator <(Account one, Account other) => one.CompareTo(other) < 0;

    public static bool operator >(Account one, Account other) => one.CompareTo(other) > 0;

    public static bool operator <=(Account one, Account other) => one.CompareTo(other) <= 0;

    public static bool operator >=(Account one, Account other) => one.CompareTo(other) >= 0;

    public override string ToString() => Name;

    internal sealed class Json : JsonConverter<Account>
    {
        public override Account Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonSerializer.Deserialize<string>(ref reader, options)!);

        public override void Write(Utf8JsonWriter writer, Account value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Name);
    }
}
