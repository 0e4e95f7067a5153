using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sluice.Kernel.Http;

/// <summary>Times are UTC: one that names no offset must not mean another moment on a server in another zone.</summary>
internal sealed class MomentJson : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TryGetDateTime(out var moment) && moment.Kind is DateTimeKind.Unspecified
            ? new(moment, TimeSpan.Zero)
            : reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
