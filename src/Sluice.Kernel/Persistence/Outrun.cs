using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Sluice.Kernel.Persistence;

/// <summary>Which failed saves mean that somebody else was first, so that asking again makes sense.</summary>
internal static class Outrun
{
    private const int SqliteConstraintUnique = 2067;
    private const int SqliteConstraintPrimaryKey = 1555;

    public static bool Is(Exception failure) => failure switch
    {
        DbUpdateConcurrencyException or OutrunException => true,
        DbUpdateException { InnerException: { } cause } => Is(cause),
        // Around whatever the database calls transient, a failed save among it.
        InvalidOperationException { InnerException: { } cause } when cause is DbUpdateException or PostgresException => Is(cause),
        PostgresException postgres => postgres.SqlState is
            PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SqliteConstraintUnique or SqliteConstraintPrimaryKey,
        _ => false,
    };
}

/// <summary>What a module relied on has moved since it was read: the act is asked again from the loading on.</summary>
public sealed class OutrunException() : Exception("Somebody else was first.");
