using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Sluice.Kernel.Http;
using Sluice.Kernel.People;
using Sluice.Ledger;

namespace Sluice.Kernel.Persistence;

/// <summary>
/// SQLite has no type for a moment, and text would sort by offset. Microseconds since 0001-01-01 UTC: PostgreSQL's
/// precision, so that both databases give back the same value.
/// </summary>
internal sealed class MicrosecondsColumn() : ValueConverter<DateTimeOffset, long>(
    moment => moment.UtcTicks / TimeSpan.TicksPerMicrosecond,
    stored => new DateTimeOffset(stored * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero));

/// <summary>PostgreSQL keeps moments, not offsets, and refuses one that is not UTC; it rounds where SQLite would cut.</summary>
internal sealed class UtcColumn() : ValueConverter<DateTimeOffset, DateTimeOffset>(
    moment => moment.Kept(), stored => stored);

internal sealed class AccountColumn() : ValueConverter<Account, string>(account => account.Name, stored => new Account(stored));

internal sealed class DigestColumn() : ValueConverter<Digest, string>(digest => digest.Text, stored => new Digest(stored));

public static class Columns
{
    extension<T>(PropertyBuilder<T> property)
    {
        /// <summary>Kept whole in one column: for lists that are read with their row and never searched by.</summary>
        public PropertyBuilder<T> AsJson() => property.HasConversion(new JsonColumn<T>(), new ReplacedWhole<T>());
    }

    extension<T>(ComplexTypePropertyBuilder<T> property)
    {
        /// <inheritdoc cref="AsJson{T}(PropertyBuilder{T})"/>
        public ComplexTypePropertyBuilder<T> AsJson() => property.HasConversion(new JsonColumn<T>(), new ReplacedWhole<T>());
    }

    private sealed class JsonColumn<T>() : ValueConverter<T, string>(
        value => JsonSerializer.Serialize(value, Wire.Json), stored => JsonSerializer.Deserialize<T>(stored, Wire.Json)!);

    // Such a list is never altered in place, so another object is another value.
    private sealed class ReplacedWhole<T>() : ValueComparer<T>(
        (one, other) => ReferenceEquals(one, other), value => RuntimeHelpers.GetHashCode(value), value => value);
}
