using Tracking.Dashboard.TypeScript;

namespace Tracking.Page.Tests.TypeScript;

public sealed class MessageTypesTests
{
    [Fact]
    public async Task The_generated_message_types_are_those_of_the_contracts()
    {
        var file = Path.Combine(Repository.Root, "client-dashboard", "web", "src", "generated", "messages.ts");
        var expected = MessageTypes.Generate();
        if (Environment.GetEnvironmentVariable("UPDATE_GENERATED") == "1")
        {
            await File.WriteAllTextAsync(file, expected);
        }

        Assert.True(
            expected == await File.ReadAllTextAsync(file),
            "messages.ts is out of date: run this test once with UPDATE_GENERATED=1 and commit the file.");
    }
}
