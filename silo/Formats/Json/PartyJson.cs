using System.Collections.Immutable;
using Tracking.Contracts.Facts;

namespace Tracking.Formats.Json;

/// <summary>Reads parties by role.</summary>
internal static class PartyJson
{
    private static readonly NameTable Names = new("role", "name", "address", "country", "email", "phone", "account");

    /// <summary>The parties of the array that the walk stands at.</summary>
    public static ImmutableArray<Party> ReadAll(ref JsonItem item)
    {
        if (!item.BeginArray())
        {
            return [];
        }

        var parties = ImmutableArray.CreateBuilder<Party>();
        while (item.NextElement(Limits.Parties))
        {
            if (item.BeginNested())
            {
                if (Read(ref item) is { } party)
                {
                    parties.Add(party);
                }

                item.EndNested();
            }
        }

        return parties.DrainToImmutable();
    }

    private static Party? Read(ref JsonItem item)
    {
        PartyRole? role = null;
        string? country = null;
        var details = new PartyDetails();
        ulong seen = 0;
        while (item.NextField(Names, ref seen, out var field))
        {
            switch (field)
            {
                case 0:
                    role = item.OneOf<PartyRole>();
                    break;
                case 1:
                    details = details with { Name = item.Text(Limits.Name) };
                    break;
                case 2:
                    details = details with { Address = item.Text(Limits.Prose) };
                    break;
                case 3:
                    country = item.Country();
                    break;
                case 4:
                    details = details with { Email = item.Text(Limits.Name) };
                    break;
                case 5:
                    details = details with { Phone = item.Text(Limits.Phone) };
                    break;
                default:
                    details = details with { Account = item.Text(Limits.Label) };
                    break;
            }
        }

        if (role is null)
        {
            CommonFields.Require(ref item, seen, 0, "role", $"Send one of {EnumTexts.Permitted<PartyRole>()}.");
            return null;
        }

        return new Party(role.Value, Reference: null, country, details == new PartyDetails() ? null : details);
    }
}
