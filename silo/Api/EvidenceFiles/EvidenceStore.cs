using System.IO.Pipelines;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Tracking.Silo.Api.EvidenceFiles;

/// <summary>
/// Keeps files by the SHA-256 of their content, each organisation's apart: equal ones once. A file is on the disk under its
/// name only when it is there whole, so that what was answered is kept, and what broke off leaves nothing that counts.
/// </summary>
internal sealed class EvidenceStore(IOptions<EvidenceOptions> options)
{
    private const long Megabyte = 1024 * 1024;
    private const int HashLength = 64;

    /// <summary>The size that a file may have, in bytes.</summary>
    public long Largest => options.Value.MegabytesEach * Megabyte;

    /// <summary>Takes a file in.</summary>
    /// <param name="organisation">Whose it is.</param>
    /// <param name="body">Its content.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept then.</param>
    /// <returns>The hash, the size, and whether it was kept before; null where it is too large.</returns>
    /// <exception cref="IOException">The folder cannot be written, or the body breaks off.</exception>
    public async Task<(string Sha256, long Bytes, bool WasKept)?> KeepAsync(string organisation, PipeReader body, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(options.Value.Folder, organisation);
        Directory.CreateDirectory(folder);
        var arriving = Path.Combine(folder, $"arriving-{Guid.NewGuid():n}");
        try
        {
            var taken = await TakeAsync(arriving, body, cancellationToken);
            if (taken is not { } file)
            {
                return null;
            }

            var path = PathOf(organisation, file.Sha256);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var wasKept = File.Exists(path);
            File.Move(arriving, path, overwrite: true);
            return (file.Sha256, file.Bytes, wasKept);
        }
        finally
        {
            File.Delete(arriving);
        }
    }

    /// <summary>Opens a file; null where the organisation has none such.</summary>
    /// <param name="organisation">Whose it is.</param>
    /// <param name="sha256">The hash of its content, 64 hexadecimal digits.</param>
    public FileStream? Open(string organisation, string sha256)
    {
        if (sha256.Length != HashLength || !sha256.All(char.IsAsciiHexDigit))
        {
            return null;
        }

        var path = PathOf(organisation, sha256.ToLowerInvariant());
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 65_536, useAsync: true) : null;
    }

    private async Task<(string Sha256, long Bytes)?> TakeAsync(string path, PipeReader body, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 65_536, useAsync: true);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var bytes = 0L;
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            foreach (var segment in read.Buffer)
            {
                bytes += segment.Length;
                if (bytes > Largest)
                {
                    body.AdvanceTo(read.Buffer.End);
                    return null;
                }

                hash.AppendData(segment.Span);
                await file.WriteAsync(segment, cancellationToken);
            }

            body.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                await file.FlushAsync(cancellationToken);
                file.Flush(flushToDisk: true);
                return (Convert.ToHexStringLower(hash.GetHashAndReset()), bytes);
            }
        }
    }

    private string PathOf(string organisation, string sha256) => Path.Combine(options.Value.Folder, organisation, sha256[..2], sha256);
}
