using System.Text.Json;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Identity;
using Tracking.Formats;
using Tracking.Formats.Json;
using Tracking.Silo.Api.Orders;

namespace Tracking.Silo.Api.Identity;

/// <summary>A seller with what may tell him from others, as it is sent. What is personal leaves this class as keyed hashes only.</summary>
internal static class ProfileBody
{
    /// <summary>The most values of one field.</summary>
    public const int MostValues = 16;

    /// <summary>The fields that hold marks, with the kind of each and what it looks like.</summary>
    public static readonly (string Field, MarkKind Kind, string Form)[] Marks =
    [
        ("phones", MarkKind.Phone, "a telephone number with country code, such as +86 138 0013 8000, or with the field country"),
        ("emails", MarkKind.Email, "an e-mail address"),
        ("payments", MarkKind.Payment, "a bank account or a payment provider's fingerprint, at least 4 letters or digits"),
        ("devices", MarkKind.Device, "a device's fingerprint, at least 4 letters or digits"),
        ("networks", MarkKind.Network, "an IP or MAC address, not a loopback one"),
        ("carrierAccounts", MarkKind.CarrierAccount, "carrier and account, at least 4 letters or digits"),
        ("documents", MarkKind.Document, "a number of at least 4 letters or digits"),
    ];

    private static readonly string[] Known = ["marketplace", "account", "country", "names", "addresses", .. Marks.Select(m => m.Field)];

    /// <summary>Reads a profile, or says what is wrong with it.</summary>
    public static (SellerProfile? Profile, ImmutableArray<Complaint> Complaints) Read(JsonElement root, MarkHasher hasher)
    {
        var complaints = new List<Complaint>();
        var fields = new BodyFields(root, "", complaints, Known);
        var marketplace = fields.Text("marketplace", ShipmentNumber.LongestCarrier, required: true);
        var account = fields.Text("account", SellerKey.LongestAccount, required: true);
        var country = fields.Normal("country", 2, c => c.Length == 2 && c.All(char.IsAsciiLetter) ? c.ToUpperInvariant() : null, "a country by ISO 3166-1 alpha-2");
        var names = fields.Texts("names", MostValues, Limits.Name);
        var addresses = fields.Texts("addresses", MostValues, Limits.Prose);
        var marks = new List<IdentityMark>(addresses.SelectMany(address => hasher.Marks(MarkKind.Address, address)));
        foreach (var (field, kind, form) in Marks)
        {
            var values = fields.Texts(field, MostValues, Limits.Prose);
            for (var i = 0; i < values.Length; i++)
            {
                var text = kind == MarkKind.Network ? NetworkText.Normalise(values[i]) : values[i];
                var hashes = text is null ? [] : hasher.Marks(kind, text, country);
                marks.AddRange(hashes);
                if (hashes.IsEmpty)
                {
                    fields.Complain($"{field}/{i}", $"is not {form}", $"Send {form}, or leave it out.");
                }
            }
        }

        var seller = default(SellerKey);
        if (marketplace is not null && account is not null && !SellerKey.TryCreate(marketplace, account, out seller))
        {
            complaints.AddRange(Route.NoSeller.Errors);
        }

        return complaints.Count > 0
            ? (null, [.. complaints.Take(Limits.Complaints)])
            : (new SellerProfile { Seller = seller, Names = names, Addresses = addresses, Marks = [.. marks.Distinct().Take(SellerProfile.Most)] }, []);
    }
}
