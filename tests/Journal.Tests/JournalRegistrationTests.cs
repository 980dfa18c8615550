using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Tracking.Journal.Postgres;
using Tracking.Journal.Sqlite;
using Tracking.Journal.Writing;
using static Tracking.Journal.Tests.World;

namespace Tracking.Journal.Tests;

public sealed class JournalRegistrationTests
{
    [Fact]
    public async Task The_embedded_journal_works_as_registered()
    {
        var folder = Directory.CreateTempSubdirectory("journal-");
        await using (var provider = Build(options => options.Folder = Path.Combine(folder.FullName, "made")))
        {
            var writer = provider.GetRequiredService<JournalWriter>();
            await writer.StartAsync();
            var journal = provider.GetRequiredService<IJournal>();
            Assert.Same(writer, journal);
            Assert.Equal(AppendResult.Committed, await journal.AppendAsync(First("1Z1")));
            Assert.Single((await provider.GetRequiredService<IJournalReader>().ListShipmentsAsync(new(), default)).Rows);
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task PostgreSql_is_chosen_by_name()
    {
        await using var provider = Build(options => (options.Store, options.Postgres) = ("postgres", "Host=nowhere.invalid"));
        Assert.IsType<PostgresStore>(provider.GetRequiredService<IJournalStore>());
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_told_as_such()
    {
        await using var provider = Build(options => (options.Store, options.Postgres) = ("postgres", "Host=/nowhere"));
        await Assert.ThrowsAsync<JournalUnavailableException>(() => provider.GetRequiredService<JournalWriter>().StartAsync());
    }

    [Theory]
    [InlineData("mysql", null, null, 20_000, "Journal:Store is 'mysql'; it must be 'sqlite' or 'postgres'.")]
    [InlineData("postgres", null, null, 20_000, "Journal:Postgres is empty")]
    [InlineData("sqlite", null, " ", 20_000, "Journal:Folder is empty")]
    [InlineData("sqlite", null, "data", 0, "Journal:QueueCapacity is 0; permitted are 1 to 1000000.")]
    public async Task A_wrong_option_is_named_with_what_is_permitted(string store, string? postgres, string? folder, int capacity, string complaint)
    {
        await using var provider = Build(options => (options.Store, options.Postgres, options.Folder, options.QueueCapacity) = (store, postgres, folder, capacity));
        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IJournalStore>());
        Assert.Contains(complaint, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named_in_one_sentence()
    {
        var file = Path.GetTempFileName();
        await using var provider = Build(options => options.Folder = Path.Combine(file, "below-a-file"));
        var error = await Assert.ThrowsAsync<JournalFolderException>(() => provider.GetRequiredService<JournalWriter>().StartAsync());
        Assert.Contains(file, error.Message, StringComparison.Ordinal);
        Assert.Contains("Journal:Folder", error.Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public async Task Scripts_may_be_run_again_on_a_file()
    {
        var folder = Directory.CreateTempSubdirectory("journal-");
        var file = Path.Combine(folder.FullName, "orleans.db");
        SqlScript[] scripts = [new("a", "CREATE TABLE IF NOT EXISTS a (x INTEGER)"), new("b", "CREATE TABLE IF NOT EXISTS b (x INTEGER); DELETE FROM b; INSERT INTO b VALUES (1)")];
        await SqlScripts.ApplyToSqliteAsync(file, scripts);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SqlScripts.ApplyToSqliteAsync(file, scripts)));
        using var session = new SqliteSession(file, readOnly: true);
        Assert.Equal(1L, session.Scalar("SELECT count(*) FROM b"));
        session.Dispose();
        folder.Delete(recursive: true);
    }

    private static ServiceProvider Build(Action<JournalOptions> configure) => new ServiceCollection().AddLogging().AddJournal(configure).BuildServiceProvider();
}
