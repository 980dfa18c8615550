using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Tracking.Dashboard.Demo;
using Tracking.Simulator.Tests.Replay;

namespace Tracking.Simulator.Tests.Demo;

public sealed class DemoTests
{
    [Fact]
    public async Task The_world_is_sent_with_its_past_even_when_the_receiver_fails_at_first()
    {
        await using var receiver = await FakeReceiver.StartAsync();
        receiver.Plan = number => number <= 3 ? FakeReceiver.Fault.Unavailable : FakeReceiver.Fault.None;
        var holds = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        receiver.Arrived = _ =>
        {
            if (receiver.Taken.Any(taken => taken.Json.Contains("hold-placed", StringComparison.Ordinal)))
            {
                holds.TrySetResult();
            }
        };
        await using var services = Services(receiver.Address.ToString());
        var world = services.GetServices<IHostedService>().Single();

        await world.StartAsync(CancellationToken.None);
        await holds.Task;
        await world.StopAsync(CancellationToken.None);

        Assert.Equal(["decisions", "dispatches", "manifests", "scans"], receiver.Taken.Select(taken => taken.Endpoint).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_setting_out_of_range_is_named()
    {
        using var services = Services("ftp://x");

        var refusal = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<DemoOptions>>().Value);

        Assert.Contains("Demo:To", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_can_say_what_it_shows() => Assert.Contains("2,000 times faster", new DemoOptions().Notice, StringComparison.Ordinal);

    private static ServiceProvider Services(string to)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Demo:To"] = to }).Build();
        return new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(new EagerTime()).AddDemo(configuration).BuildServiceProvider();
    }
}
