using System.Globalization;
using Tracking.Contracts.Statuses;
using Tracking.Dashboard.Commands;
using Tracking.Dashboard.Replay.Olist;

namespace Tracking.Dashboard.Replay.Verify;

/// <summary>Something that the API says otherwise than the input.</summary>
internal readonly record struct Difference(string What, string Field, string Expected, string Got);

/// <summary>What a comparison found.</summary>
internal sealed record VerifyReport(int Shipments, int Sellers, long Numbers, IReadOnlyList<Difference> Differences);

/// <summary>Compares what the API says of every shipment and every seller with a recount of the input.</summary>
internal sealed class Verifier(PartnerApi api, Persistence persistence, TimeProvider time)
{
    private const int AtOnce = 16;

    private long compared;

    public async Task<VerifyReport> CompareAsync(OlistRecount recount, Action<int> progress, CancellationToken cancellationToken)
    {
        var differences = new List<Difference>();
        var done = 0;
        await Each(recount.Parcels, CompareAsync, Found, cancellationToken);
        await Each([.. recount.Sellers], CompareAsync, Found, cancellationToken);
        return new VerifyReport(
            recount.Parcels.Count, recount.Sellers.Count, compared, [.. differences.OrderBy(difference => difference.What, StringComparer.Ordinal)]);

        void Found(List<Difference> found)
        {
            lock (differences)
            {
                differences.AddRange(found);
                progress(++done);
            }
        }
    }

    private static Task Each<T>(
        IReadOnlyList<T> items, Func<T, CancellationToken, Task<List<Difference>>> compare, Action<List<Difference>> found, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            items,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (item, token) => found(await compare(item, token)));

    private async Task<List<Difference>> CompareAsync(ExpectedParcel parcel, CancellationToken cancellationToken)
    {
        var what = $"shipment {OlistFolder.Carrier}/{parcel.Number}";
        var differences = new List<Difference>();
        if (await GetAsync<ShipmentAnswer>($"v1/shipments/{OlistFolder.Carrier}/{parcel.Number}", cancellationToken) is not { } answer)
        {
            return [new Difference(what, "", "known", "unknown")];
        }

        Compare(differences, what, "status", ApiAnswers.Text(parcel.Status), answer.Status);
        Compare(differences, what, "statusSince", Text(parcel.Since), answer.StatusSince is { } since ? Text(since) : null);
        Compare(differences, what, "seller", parcel.Seller is { } seller ? $"{OlistFolder.Carrier}/{seller}" : null, answer.Seller);
        Compare(differences, what, "order", parcel.Seller is null ? null : parcel.Order, answer.Order);
        return differences;
    }

    private async Task<List<Difference>> CompareAsync(KeyValuePair<string, ExpectedSeller> seller, CancellationToken cancellationToken)
    {
        var what = $"seller {OlistFolder.Carrier}/{seller.Key}";
        var expected = seller.Value;
        var answer = await GetAsync<SellerAnswer>($"v1/sellers/{OlistFolder.Carrier}/{Uri.EscapeDataString(seller.Key)}", cancellationToken);
        if (answer?.Counts is not { } counts)
        {
            // A seller without parcels was never heard of: that he is unknown is right.
            Interlocked.Increment(ref compared);
            return expected.Shipments == 0 ? [] : [new Difference(what, "", "known", "unknown")];
        }

        var differences = new List<Difference>();
        Compare(differences, what, "shipments", expected.Shipments, counts.Shipments);
        Compare(differences, what, "announced", expected.Announced, counts.Announced);
        Compare(differences, what, "inTransit", expected.InTransit, counts.InTransit);
        Compare(differences, what, "delivered", expected.Delivered, counts.Delivered);
        Compare(differences, what, "cancelled", expected.Cancelled, counts.Cancelled);

        // The input knows no customs.
        Compare(differences, what, "held", 0, counts.Held);
        Compare(differences, what, "seized", 0, counts.Seized);
        Compare(differences, what, "released", 0, counts.Released);
        Compare(differences, what, "violations", 0, counts.Violations);
        return differences;
    }

    private void Compare(List<Difference> differences, string what, string field, long expected, long got) =>
        Compare(differences, what, field, expected.ToString(CultureInfo.InvariantCulture), got.ToString(CultureInfo.InvariantCulture));

    private void Compare(List<Difference> differences, string what, string field, string? expected, string? got)
    {
        Interlocked.Increment(ref compared);
        if (!string.Equals(expected, got, StringComparison.Ordinal))
        {
            differences.Add(new Difference(what, field, expected ?? "none", got ?? "none"));
        }
    }

    private async Task<T?> GetAsync<T>(string path, CancellationToken cancellationToken)
        where T : class
    {
        var pause = persistence.FirstPause;
        var since = time.GetTimestamp();
        while (true)
        {
            try
            {
                return await api.GetAsync(path, cancellationToken) is not { } body
                    ? null
                    : ApiAnswers.Read<T>(body)
                        ?? throw new CommandFailedException($"{api.Address}{path} did not answer in the expected form; check that --to names the partner API of this product.", ExitCodes.NoAnswer);
            }
            catch (HttpRequestException) when (time.GetElapsedTime(since) < persistence.GiveUpAfter)
            {
                await Task.Delay(pause, time, cancellationToken);
                pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, persistence.LongestPause.Ticks));
            }
            catch (HttpRequestException problem)
            {
                throw new CommandFailedException($"{api.Address} gave no answer ({problem.Message}); start it and run the command again.", ExitCodes.NoAnswer, problem);
            }
        }
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
}
