using System.IO.Hashing;
using System.Runtime.InteropServices;
using Tracking.Contracts.Facts;

namespace Tracking.Domain.Shipments;

/// <summary>Tells a manifest from one with other parties, when the parties' details no longer stand in it.</summary>
public static class PartyHash
{
    /// <summary>32 bits only: enough to tell two versions apart, too few to guess a name from.</summary>
    /// <param name="manifest">A manifest with or without its parties' details.</param>
    public static uint Of(Manifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        if (manifest.PartiesHash != 0 || manifest.Parties.IsEmpty)
        {
            return manifest.PartiesHash;
        }

        var hash = new XxHash3();
        foreach (var party in manifest.Parties)
        {
            var details = party.Details ?? new PartyDetails();
            var text = string.Join('\0', party.Role, party.Country, details.Name, details.Address, details.Email, details.Phone, details.Account, "");
            hash.Append(MemoryMarshal.AsBytes(text.AsSpan()));
        }

        return (uint)hash.GetCurrentHashAsUInt64() | 1;
    }
}
