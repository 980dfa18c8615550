using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Tracking.Journal.Sqlite;

/// <summary>
/// Threads of their own for a driver that only knows how to block: the thread pool, on which grains run, never waits for
/// the disk. Each thread has its own connection; what waits for them is bounded.
/// </summary>
internal sealed class SqliteThreads : IDisposable
{
    private readonly BlockingCollection<Action<Lazy<SqliteSession>>> work = [];
    private readonly SemaphoreSlim places;
    private readonly Thread[] threads;
    private readonly Func<SqliteSession> open;

    public SqliteThreads(string name, int count, int capacity, Func<SqliteSession> open)
    {
        this.open = open;
        places = new SemaphoreSlim(capacity);
        threads = [.. Enumerable.Range(0, count).Select(index => new Thread(Run) { Name = $"{name} {index}", IsBackground = true })];
        foreach (var thread in threads)
        {
            thread.Start();
        }
    }

    /// <summary>Runs work on one of the threads.</summary>
    /// <exception cref="JournalUnavailableException">The file cannot be read or written now.</exception>
    public async ValueTask<T> RunAsync<T>(Func<SqliteSession, T> job, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        var outcome = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            work.Add(session => Settle(job, session, outcome), CancellationToken.None);
        }
        catch (InvalidOperationException error)
        {
            places.Release();
            throw new JournalUnavailableException("The journal's file is closed.", error);
        }

        return await outcome.Task;
    }

    /// <summary>Finishes what waits and closes the connections.</summary>
    public void Dispose()
    {
        work.CompleteAdding();
        foreach (var thread in threads)
        {
            thread.Join();
        }

        work.Dispose();
        places.Dispose();
    }

    private static void SettleError<T>(Exception error, TaskCompletionSource<T> outcome) => outcome.TrySetException(
        error is SqliteException sqlite && IsOutage(sqlite.SqliteErrorCode)
            ? new JournalUnavailableException($"The journal's file cannot be used now: {sqlite.Message}", sqlite)
            : error);

    // BUSY, LOCKED, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, PROTOCOL, NOTADB: not the fault of what was asked for.
    private static bool IsOutage(int code) => code is 5 or 6 or 8 or 10 or 11 or 13 or 14 or 15 or 26;

    private void Settle<T>(Func<SqliteSession, T> job, Lazy<SqliteSession> session, TaskCompletionSource<T> outcome)
    {
        try
        {
            outcome.TrySetResult(job(session.Value));
        }
        catch (Exception error)
        {
            SettleError(error, outcome);
        }
        finally
        {
            places.Release();
        }
    }

    private void Run()
    {
        // Opened by the first job and, where that fails, by the next: the error goes to who asked, not to the thread.
        var session = new Lazy<SqliteSession>(open, LazyThreadSafetyMode.PublicationOnly);
        foreach (var job in work.GetConsumingEnumerable())
        {
            job(session);
        }

        if (session.IsValueCreated)
        {
            session.Value.Dispose();
        }
    }
}
