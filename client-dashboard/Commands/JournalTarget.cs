using System.CommandLine;
using Tracking.Dashboard.Hosting;
using Tracking.Domain.Clocks;
using Tracking.Domain.Shipments;
using Tracking.Journal;
using Tracking.Silo.Clocks;
using Tracking.Silo.Hosting;

namespace Tracking.Dashboard.Commands;

/// <summary>The journal that a command reads, and the rules of carriers and the law that its shipments are folded with.</summary>
internal sealed record JournalTarget(JournalOptions Journal, Func<string, CarrierRules> Rules, ClockLibrary Clocks)
{
    public static Option<string?> Option() => new("--journal")
    {
        Description = "The journal: a folder, or a PostgreSQL connection string. Without a value: where the settings (Journal__Store, Journal__Postgres, Journal__Folder) say.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>Finds the journal; the settings come from where the hosts' come from.</summary>
    public static JournalTarget Of(string? journal)
    {
        var settings = new ConfigurationBuilder().AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true).AddEnvironmentVariables().Build();
        var options = settings.GetSection("Journal").Get<JournalOptions>() ?? new JournalOptions();
        if (!string.IsNullOrWhiteSpace(journal))
        {
            // A password on the command line is seen by everybody on the machine: the settings are the better place.
            options = journal.Contains('=', StringComparison.Ordinal) && !Directory.Exists(journal)
                ? new JournalOptions { Store = JournalOptions.PostgreSql, Postgres = journal }
                : new JournalOptions { Store = JournalOptions.Sqlite, Folder = journal };
        }

        if (options.Store == JournalOptions.PostgreSql)
        {
            return string.IsNullOrWhiteSpace(options.Postgres)
                ? throw new CommandFailedException("Journal:Postgres is empty: set Journal__Postgres, or give the connection string after --journal.", ExitCodes.WrongInput)
                : new(options, SiloApplication.CarrierRulesOf(settings), ClocksOf(settings));
        }

        var embedded = EmbeddedSettings.From(settings, demo: false);
        options.Folder ??= embedded.Folder;
        return new(options, SiloApplication.CarrierRulesOf(new ConfigurationBuilder().AddConfiguration(settings).AddInMemoryCollection(embedded.Settings).Build()), ClocksOf(settings));
    }

    private static ClockLibrary ClocksOf(IConfiguration settings)
    {
        try
        {
            return ClockFiles.Read(settings);
        }
        catch (ClockDataException problem)
        {
            throw new CommandFailedException(problem.Message, ExitCodes.WrongInput, problem);
        }
    }

    /// <summary>Runs a reading of the journal; what may go wrong becomes one sentence.</summary>
    public static async Task<T> ReadAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (JournalUnreadableException problem)
        {
            throw new CommandFailedException(problem.Message, ExitCodes.WrongInput, problem);
        }
        catch (JournalUnavailableException problem)
        {
            throw new CommandFailedException($"{problem.Message.TrimEnd('.')}. Check --journal or Journal:Postgres.", ExitCodes.NoAnswer, problem);
        }
        catch (ArgumentException problem)
        {
            // Npgsql's word for a connection string that it cannot read.
            throw new CommandFailedException($"--journal is no connection string: {problem.Message}", ExitCodes.WrongInput, problem);
        }
    }
}
