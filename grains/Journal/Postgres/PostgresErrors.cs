using Npgsql;

namespace Tracking.Journal.Postgres;

/// <summary>Whose fault an error is: the data's, the moment's, or the store's.</summary>
internal static class PostgresErrors
{
    private const int Attempts = 6;

    /// <summary>Runs work again that lost against another transaction; says that the store cannot be reached where that is so.</summary>
    public static async ValueTask<T> RunAsync<T>(Func<ValueTask<T>> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work();
            }
            catch (PostgresException error) when (IsLostRace(error) && attempt < Attempts)
            {
                // Deadlock or serialisation failure: nothing of it was done, and the other one is through.
            }
            catch (PostgresException error) when (IsOfData(error))
            {
                throw;
            }
            catch (Exception error) when (error is NpgsqlException or TimeoutException or IOException or System.Net.Sockets.SocketException)
            {
                throw new JournalUnavailableException($"PostgreSQL cannot be used now: {error.Message}", error);
            }
        }
    }

    public static bool IsDuplicateKey(PostgresException error) => error.SqlState == PostgresErrorCodes.UniqueViolation;

    private static bool IsLostRace(PostgresException error) =>
        error.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;

    // Class 22: data exception; 23: a constraint; 54: a limit of the program. All else is not the data's fault.
    private static bool IsOfData(PostgresException error) =>
        error.SqlState.StartsWith("22", StringComparison.Ordinal) || error.SqlState.StartsWith("23", StringComparison.Ordinal)
        || error.SqlState.StartsWith("54", StringComparison.Ordinal);
}
