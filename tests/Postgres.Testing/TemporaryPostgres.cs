using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Tracking.Postgres.Testing;

/// <summary>
/// A real PostgreSQL server for tests, in a temporary folder behind a unix socket. It goes away with its owner: on
/// disposal, and also when the test process is killed, because a small shell holds the server and waits for the end
/// of the pipe that leads to this process.
/// </summary>
public sealed class TemporaryPostgres : IAsyncDisposable
{
    // The server's tools refuse to run as root and need a folder of their own user, so everything that touches the
    // folder happens in this shell, as that user. Signals of a terminal are ignored: the end of stdin is the one end.
    private const string Keeper = """
        trap '' INT TERM HUP
        cd /
        bin=$1; settings=$2
        folder=$(mktemp -d /tmp/tracking-pg.XXXXXX) || exit 1
        end() { "$bin/pg_ctl" stop -s -w -m immediate -D "$folder/data" >/dev/null 2>&1; rm -rf "$folder"; }
        {
          "$bin/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync &&
          printf '%s\n' "unix_socket_directories = '$folder'" "$settings" >>"$folder/data/postgresql.conf" &&
          "$bin/pg_ctl" start -w -t 60 -D "$folder/data" -l "$folder/log" </dev/null
        } >"$folder/setup" 2>&1 || { cat "$folder/setup" "$folder/log" 2>/dev/null; end; exit 1; }
        echo "ready $folder"
        while read -r line; do
          [ "$line" = restart ] && "$bin/pg_ctl" restart -s -w -m immediate -D "$folder/data" -l "$folder/log" </dev/null >/dev/null 2>&1
          echo "$line $?"
        done
        end
        """;

    private readonly Process keeper;
    private readonly SemaphoreSlim conversation = new(1);
    private int databases;

    private TemporaryPostgres(Process keeper, string folder)
    {
        this.keeper = keeper;
        ConnectionString = new NpgsqlConnectionStringBuilder
        {
            Host = folder,
            Username = "postgres",
            Database = "postgres",
            IncludeErrorDetail = true,
            Timeout = 30,
        }.ConnectionString;
    }

    /// <summary>Connects as superuser to the maintenance database <c>postgres</c>; no password is asked for.</summary>
    public string ConnectionString { get; }

    /// <summary>Makes and starts a server; takes a second or two. Share one among the tests of an assembly.</summary>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up waiting and stops what was started.</param>
    /// <exception cref="InvalidOperationException">PostgreSQL is not installed, or did not start: the text says why.</exception>
    public static async Task<TemporaryPostgres> StartAsync(TemporaryPostgresOptions? options = null, CancellationToken cancellationToken = default)
    {
        var binaries = PostgresBinaries.Find()
            ?? throw new InvalidOperationException("PostgreSQL is not installed: ./test.sh installs it, or run 'apt-get install postgresql'.");
        var keeper = Process.Start(Command(binaries, (options ?? new()).Lines()))
            ?? throw new InvalidOperationException("The shell that keeps the temporary PostgreSQL did not start.");
        try
        {
            var said = new List<string>();
            while (await keeper.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
            {
                if (line.StartsWith("ready ", StringComparison.Ordinal))
                {
                    return new TemporaryPostgres(keeper, line["ready ".Length..]);
                }

                said.Add(line);
            }

            throw new InvalidOperationException($"PostgreSQL from {binaries} did not start: {string.Join(" | ", said)}");
        }
        catch
        {
            keeper.StandardInput.Close();
            keeper.Dispose();
            throw;
        }
    }

    /// <summary>Creates an empty database of its own for a test.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>A connection string to it.</returns>
    public async Task<string> CreateDatabaseAsync(CancellationToken cancellationToken = default)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref databases)}");
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await using (var command = source.CreateCommand($"CREATE DATABASE {name}"))
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        return new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name }.ConnectionString;
    }

    /// <summary>
    /// Kills the server without a checkpoint, as a crash would, and starts it again on the same data and the same
    /// socket: every open connection breaks. What was not yet on disk survives only because the machine lives on.
    /// </summary>
    /// <param name="cancellationToken">Gives up waiting; the restart goes on.</param>
    public async Task RestartAsync(CancellationToken cancellationToken = default)
    {
        await conversation.WaitAsync(cancellationToken);
        try
        {
            await keeper.StandardInput.WriteLineAsync("restart".AsMemory(), cancellationToken);
            await keeper.StandardInput.FlushAsync(cancellationToken);
            var answer = await keeper.StandardOutput.ReadLineAsync(cancellationToken);
            if (answer != "restart 0")
            {
                throw new InvalidOperationException($"The temporary PostgreSQL did not start again ({answer ?? "its keeper is gone"}).");
            }
        }
        finally
        {
            conversation.Release();
        }
    }

    /// <summary>Stops the server and removes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        keeper.StandardInput.Close();
        await keeper.WaitForExitAsync();
        keeper.Dispose();
        conversation.Dispose();
    }

    private static ProcessStartInfo Command(string binaries, string settings)
    {
        var start = new ProcessStartInfo
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        string[] shell = ["/bin/sh", "-c", Keeper, "keeper", binaries, settings];
        // A session of its own: whoever kills the whole group of the test process does not kill the cleaning up.
        string[] words = Environment.IsPrivilegedProcess
            ? ["setsid", "runuser", "-u", PostgresBinaries.UnprivilegedUser(), "--", .. shell]
            : ["setsid", .. shell];
        start.FileName = words[0];
        foreach (var word in words.AsSpan(1))
        {
            start.ArgumentList.Add(word);
        }

        return start;
    }
}
