using Microsoft.Extensions.Options;

namespace Tracking.Journal;

/// <summary>How the journal is kept: section <c>Journal</c> of the configuration.</summary>
public sealed class JournalOptions
{
    /// <summary>The name of the SQLite store in <see cref="Store"/>.</summary>
    public const string Sqlite = "sqlite";

    /// <summary>The name of the PostgreSQL store in <see cref="Store"/>.</summary>
    public const string PostgreSql = "postgres";

    /// <summary><c>sqlite</c> (the embedded default) or <c>postgres</c>.</summary>
    public string Store { get; set; } = Sqlite;

    /// <summary>Connection string of PostgreSQL; required for that store. A secret: never logged.</summary>
    public string? Postgres { get; set; }

    /// <summary>Folder of the SQLite file; required for that store; made where it is missing.</summary>
    public string? Folder { get; set; }

    /// <summary>How many appends may wait for the writer; who comes when it is full waits. 1 to 1,000,000.</summary>
    public int QueueCapacity { get; set; } = 20_000;

    /// <summary>How many cold streams may wait to be read; who comes when it is full waits. 1 to 1,000,000.</summary>
    public int LoadQueueCapacity { get; set; } = 20_000;

    /// <summary>
    /// Writers that commit side by side, 1 to 8; null: two for PostgreSQL (with one, half a core stays idle during a
    /// commit), one for SQLite (which has one writer anyway).
    /// </summary>
    public int? Writers { get; set; }

    /// <summary>Most appends committed together, 1 to 10,000. More gain nothing and make each wait longer.</summary>
    public int LargestBatch { get; set; } = 1_000;

    /// <summary>Most events committed together, 1 to 100,000; an append with more goes alone.</summary>
    public int LargestBatchEvents { get; set; } = 2_000;

    /// <summary>Most streams read together, 1 to 10,000.</summary>
    public int LargestLoad { get; set; } = 1_000;

    /// <summary>Queries for cold streams side by side, 1 to 8.</summary>
    public int Loaders { get; set; } = 2;

    /// <summary>How long a batch is sent again while the store cannot be reached, counted from the start of the outage.</summary>
    public TimeSpan RetryFor { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// The first row of each tally that this silo's writers add to, 0 to 63; null: drawn at start. Two silos with the same
    /// one wait for each other at hot sellers; the counts stay right.
    /// </summary>
    public int? FirstTallySlot { get; set; }

    /// <summary>The writers as they are: <see cref="Writers"/>, or what suits the store.</summary>
    internal int EffectiveWriters => Writers ?? (Store == PostgreSql ? 2 : 1);
}

/// <summary>Says at start, by key and permitted range, what is wrong with the options.</summary>
internal sealed class JournalOptionsRules : IValidateOptions<JournalOptions>
{
    public ValidateOptionsResult Validate(string? name, JournalOptions options)
    {
        List<string> complaints = [];
        if (options.Store is not (JournalOptions.Sqlite or JournalOptions.PostgreSql))
        {
            complaints.Add($"Journal:Store is '{options.Store}'; it must be '{JournalOptions.Sqlite}' or '{JournalOptions.PostgreSql}'.");
        }

        if (options.Store == JournalOptions.PostgreSql && string.IsNullOrWhiteSpace(options.Postgres))
        {
            complaints.Add("Journal:Postgres is empty; Journal:Store 'postgres' needs a connection string there.");
        }

        if (options.Store == JournalOptions.Sqlite && string.IsNullOrWhiteSpace(options.Folder))
        {
            complaints.Add("Journal:Folder is empty; Journal:Store 'sqlite' needs a folder there.");
        }

        Check(nameof(options.QueueCapacity), options.QueueCapacity, 1, 1_000_000);
        Check(nameof(options.LoadQueueCapacity), options.LoadQueueCapacity, 1, 1_000_000);
        Check(nameof(options.Writers), options.EffectiveWriters, 1, 8);
        Check(nameof(options.LargestBatch), options.LargestBatch, 1, 10_000);
        Check(nameof(options.LargestBatchEvents), options.LargestBatchEvents, 1, 100_000);
        Check(nameof(options.LargestLoad), options.LargestLoad, 1, 10_000);
        Check(nameof(options.Loaders), options.Loaders, 1, 8);
        Check(nameof(options.RetryFor), (long)options.RetryFor.TotalSeconds, 0, 3600);
        Check(nameof(options.FirstTallySlot), options.FirstTallySlot ?? 0, 0, Writing.TallySlots.Count - 1);
        return complaints.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(complaints);

        void Check(string key, long value, long least, long most)
        {
            if (value < least || value > most)
            {
                complaints.Add($"Journal:{key} is {value}; permitted are {least} to {most}.");
            }
        }
    }
}
