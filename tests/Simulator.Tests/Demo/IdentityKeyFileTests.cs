using Tracking.Dashboard.Hosting;
using Tracking.Journal;

namespace Tracking.Simulator.Tests.Demo;

public sealed class IdentityKeyFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_key_is_made_once_and_given_back()
    {
        var made = IdentityKeyFile.ReadOrMake(Path.Combine(folder.FullName, "new"));
        var read = IdentityKeyFile.ReadOrMake(Path.Combine(folder.FullName, "new"));
        var other = IdentityKeyFile.ReadOrMake(Path.Combine(folder.FullName, "other"));

        Assert.Equal(made, read);
        Assert.NotEqual(made, other);
        Assert.Equal(32, Convert.FromBase64String(made).Length);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_named_with_a_remedy()
    {
        var file = Path.Combine(folder.FullName, "file");
        File.WriteAllText(file, "");

        var refused = Assert.Throws<JournalFolderException>(() => IdentityKeyFile.ReadOrMake(file));
        Assert.Contains("Journal:Folder", refused.Message, StringComparison.Ordinal);
    }
}
