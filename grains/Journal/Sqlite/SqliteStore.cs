using Microsoft.Extensions.Logging;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Live;
using Tracking.Contracts.Sellers;
using Tracking.Journal.Consolidations;
using Tracking.Journal.Deadlines;
using Tracking.Journal.Deliveries;
using Tracking.Journal.Epcis;
using Tracking.Journal.Identity;
using Tracking.Journal.Orders;

namespace Tracking.Journal.Sqlite;

/// <summary>
/// The journal in one SQLite file, for the embedded mode: one thread writes, a few read. Commits are on the disk
/// (<c>synchronous=FULL</c>) before they are acknowledged; the order of rows is the order of commits.
/// </summary>
public sealed class SqliteStore : IJournalStore, IDisposable
{
    /// <summary>The name of the file in the folder.</summary>
    public const string FileName = "journal.db";

    private const int Readers = 3;
    private const int WriterQueue = 64;
    private const int ReaderQueue = 1024;

    private readonly string folder;
    private readonly TimeProvider time;
    private readonly ILogger<SqliteStore> logger;
    private readonly Lock gate = new();
    private SqliteThreads? writer;
    private SqliteThreads? readers;
    private Guid epoch;
    private bool disposed;

    /// <summary>Opens nothing yet; see <see cref="MigrateAsync"/>.</summary>
    /// <param name="folder">Folder of the file; made where it is missing.</param>
    /// <param name="time">The clock of leases and waiting links.</param>
    /// <param name="logger">Log.</param>
    public SqliteStore(string folder, TimeProvider time, ILogger<SqliteStore> logger)
    {
        this.folder = folder;
        this.time = time;
        this.logger = logger;
        Leases = new SqliteLeases(this);
        Orders = new SqliteOrders(this);
        Events = new SqliteEvents(this);
        Deadlines = new SqliteDeadlines(this);
        Contents = new SqliteContents(this);
        Identities = new SqliteIdentities(this);
        Deliveries = new SqliteDeliveries(this);
    }

    private string File => Path.Combine(folder, FileName);

    /// <inheritdoc/>
    /// <exception cref="JournalFolderException">The folder cannot be made or written.</exception>
    public async ValueTask MigrateAsync(CancellationToken cancellationToken)
    {
        Open();
        epoch = await writer!.RunAsync(session => SqliteMigrations.Apply(session, time, logger), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<AppendResult>> CommitAsync(IReadOnlyList<Append> batch, int writerSlot, CancellationToken cancellationToken) =>
        Writer.RunAsync(session => new SqliteBatch(session, Now).Commit(batch, writerSlot), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<LoadedStream>> LoadAsync(IReadOnlyList<ShipmentNumber> numbers, CancellationToken cancellationToken) =>
        ReadAsync(session => SqliteReads.Load(session, numbers), cancellationToken);

    /// <inheritdoc/>
    public ILeaseStore Leases { get; }

    /// <inheritdoc/>
    public IOrderStore Orders { get; }

    /// <inheritdoc/>
    public IEventStore Events { get; }

    /// <inheritdoc/>
    public IDeadlineStore Deadlines { get; }

    /// <inheritdoc/>
    public IContentStore Contents { get; }

    /// <inheritdoc/>
    public IIdentityStore Identities { get; }

    /// <inheritdoc/>
    public IDeliveryStore Deliveries { get; }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<ShipmentNumber>> FindPendingLinksAsync(TimeSpan olderThan, int max, CancellationToken cancellationToken) =>
        ReadAsync(session => SqliteReads.PendingLinks(session, Now - (long)olderThan.TotalMicroseconds, max), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<FeedCursor> ReadEndAsync(CancellationToken cancellationToken) =>
        ReadAsync(session => SqliteFeed.End(session, epoch).ToCursor(), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<FeedPage> ReadFeedAsync(FeedCursor after, bool notableOnly, int max, CancellationToken cancellationToken) =>
        ReadAsync(session => SqliteFeed.Read(session, FeedPosition.Read(after, epoch), notableOnly, max), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<ShipmentRow>> ReadRowsAsync(IReadOnlyList<ShipmentNumber> numbers, CancellationToken cancellationToken) =>
        ReadAsync(session => SqliteReads.Rows(session, numbers), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<HoldRow>> ReadHoldsAsync(IReadOnlyList<ShipmentNumber> numbers, CancellationToken cancellationToken) =>
        ReadAsync(session => SqliteReads.Holds(session, numbers), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ShipmentPage> ListShipmentsAsync(ShipmentFilter filter, CancellationToken cancellationToken) =>
        ReadAsync(session => SqliteReads.List(session, filter), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<HoldPage> ListHoldsAsync(string? after, int limit, CancellationToken cancellationToken) =>
        ReadAsync(session => SqliteReads.HoldQueue(session, PageMark.Read(after), limit), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<SellerCounts> ReadCountsAsync(string scope, CancellationToken cancellationToken) =>
        ReadAsync(session => SqliteReads.Counts(session, scope), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableDictionary<Guid, PartyDetails>> ReadPartiesAsync(IReadOnlyList<Guid> references, CancellationToken cancellationToken) =>
        ReadAsync(session => SqliteReads.Parties(session, references), cancellationToken);

    /// <summary>Finishes what waits and closes the file.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (disposed)
            {
                return;
            }

            disposed = true;
            readers?.Dispose();
            writer?.Dispose();
        }
    }

    /// <summary>The part of the feed from which messages to partners follow.</summary>
    internal ValueTask<FeedPage> ReadNewsAsync(FeedCursor after, int max, CancellationToken cancellationToken) =>
        ReadAsync(session => SqliteFeed.ReadNews(session, FeedPosition.Read(after, epoch), max), cancellationToken);

    /// <summary>Runs statements in one reading transaction.</summary>
    internal ValueTask<T> ReadAsync<T>(Func<SqlSession, ValueTask<T>> work, CancellationToken cancellationToken) =>
        ReadAsync(session => SqliteSqlSession.Run(session, work), cancellationToken);

    /// <summary>Runs statements in one writing transaction.</summary>
    internal ValueTask<T> WriteAsync<T>(Func<SqlSession, ValueTask<T>> work, CancellationToken cancellationToken) =>
        Writer.RunAsync(session => session.InTransaction("BEGIN IMMEDIATE", () => SqliteSqlSession.Run(session, work)), cancellationToken);

    /// <summary>Runs prepared statements in one writing transaction.</summary>
    internal ValueTask<T> RunAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken) =>
        Writer.RunAsync(session => session.InTransaction("BEGIN IMMEDIATE", () => work(session)), cancellationToken);

    private long Now => RowReader.Microseconds(time.GetUtcNow());

    private SqliteThreads Writer => writer ?? throw new InvalidOperationException("MigrateAsync comes first: it opens the file.");

    private ValueTask<T> ReadAsync<T>(Func<SqliteSession, T> read, CancellationToken cancellationToken) =>
        readers is { } threads
            ? threads.RunAsync(session => session.InTransaction("BEGIN", () => read(session)), cancellationToken)
            : throw new InvalidOperationException("MigrateAsync comes first: it opens the file.");

    private void Open()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            if (writer is not null)
            {
                return;
            }

            // Opened here once, so that what is wrong is said to whoever starts the program, not to a thread.
            SqliteSession.OpenIn(folder, File).Dispose();
            writer = new SqliteThreads("journal writer", 1, WriterQueue, () => new SqliteSession(File, readOnly: false));
            readers = new SqliteThreads("journal reader", Readers, ReaderQueue, () => new SqliteSession(File, readOnly: true));
        }
    }
}
