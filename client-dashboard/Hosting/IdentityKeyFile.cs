using System.Security.Cryptography;
using Tracking.Domain.Identity;
using Tracking.Journal;

namespace Tracking.Dashboard.Hosting;

/// <summary>The key of the embedded mode's hashes of telephones, e-mails, accounts and devices: a file that its owner alone can read.</summary>
internal static class IdentityKeyFile
{
    private const string Name = "identity.key";

    /// <summary>The key in Base64.</summary>
    /// <param name="folder">The journal's folder; made if need be.</param>
    /// <exception cref="JournalFolderException">It cannot be read or made there.</exception>
    public static string ReadOrMake(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var path = Path.Combine(folder, Name);
            if (!File.Exists(path))
            {
                Make(path);
            }

            return File.ReadAllText(path).Trim();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new JournalFolderException(folder, error);
        }
    }

    private static void Make(string path)
    {
        var written = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            written.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, written);
        writer.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(MarkHasher.ShortestKey)));
    }
}
