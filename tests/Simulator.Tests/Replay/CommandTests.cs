using Tracking.Dashboard.Commands;
using Tracking.Dashboard.Replay.Olist;
using Tracking.Dashboard.Replay.Verify;
using static Tracking.Simulator.Tests.CommandRun;

namespace Tracking.Simulator.Tests.Replay;

public sealed class CommandTests
{
    [Fact]
    public async Task A_replay_of_a_folder_ends_with_a_summary()
    {
        using var quirky = new QuirkyFolder();
        await using var receiver = await FakeReceiver.StartAsync();

        var (code, said) = await RunAsync("replay", quirky.Path, "--to", receiver.Address.ToString(), "--state", Path.Combine(quirky.Path, "state"));

        // Rows of which nothing can be told are named, and make it end with 1.
        Assert.Equal(ExitCodes.Differs, code);
        Assert.Equal(18, receiver.Taken.Count);
        Assert.Contains("accepted", said, StringComparison.Ordinal);
        Assert.Contains("order without any time", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replay_that_is_done_sends_nothing_more_until_begun_anew()
    {
        using var recorded = new Recorded(20);
        await using var receiver = await FakeReceiver.StartAsync();
        string[] command = ["replay", recorded.Path, "--to", receiver.Address.ToString()];

        Assert.Equal(ExitCodes.Done, (await RunAsync(command)).Code);
        var requests = receiver.Requests;
        Assert.Equal(ExitCodes.Done, (await RunAsync(command)).Code);
        Assert.Equal(requests, receiver.Requests);
        var (code, said) = await RunAsync([.. command, "--restart"]);

        Assert.Equal(ExitCodes.Done, code);
        Assert.Equal(recorded.Count, receiver.Taken.Count);
        Assert.Matches($"duplicate *│ *{recorded.Count:N0} ", said);
    }

    [Fact]
    public async Task Verify_ends_with_0_when_every_number_agrees_and_with_1_when_one_differs()
    {
        using var quirky = new QuirkyFolder();
        await using var receiver = await FakeReceiver.StartAsync();
        var recount = OlistRecount.Of(OlistFolder.Read(quirky.Path, CancellationToken.None));
        receiver.Resource = path => Answer(recount, path, delivered: 0);

        var (code, said) = await RunAsync("verify", quirky.Path, "--to", receiver.Address.ToString());
        Assert.Equal((ExitCodes.Done, true), (code, said.Contains(" 0 differ", StringComparison.Ordinal)));

        receiver.Resource = path => Answer(recount, path, delivered: 1);
        (code, said) = await RunAsync("verify", quirky.Path, "--to", receiver.Address.ToString());
        Assert.Equal((ExitCodes.Differs, true), (code, said.Contains("delivered", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("replay", "/there/is/nothing", "no file or folder")]
    [InlineData("verify", "/there/is/nothing", "no folder")]
    public async Task A_wrong_path_is_named_with_a_remedy(string command, string path, string sentence)
    {
        var (code, said) = await RunAsync(command, path);

        Assert.Equal(ExitCodes.WrongInput, code);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--rate", "0")]
    [InlineData("--rate", "many")]
    [InlineData("--to", "nowhere")]
    [InlineData("--speed", "2", "--rate", "3")]
    public async Task A_wrong_option_ends_with_2(params string[] options) =>
        Assert.Equal(ExitCodes.WrongInput, (await RunAsync(["replay", "x", .. options])).Code);

    private static object? Answer(OlistRecount recount, string path, int delivered)
    {
        var parts = path.Split('/');
        if (parts[0] == "sellers")
        {
            return recount.Sellers[parts[2]] is { Shipments: > 0 } seller
                ? new { counts = new { seller.Shipments, seller.Announced, seller.InTransit, Delivered = seller.Delivered + delivered, seller.Cancelled } }
                : null;
        }

        var parcel = recount.Parcels.Single(parcel => parcel.Number == parts[2]);
        return new { status = ApiAnswers.Text(parcel.Status), statusSince = parcel.Since, seller = $"olist/{parcel.Seller}", parcel.Order };
    }
}
