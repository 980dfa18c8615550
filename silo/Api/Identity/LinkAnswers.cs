using System.Text.Json;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Identity;
using Tracking.Formats;

namespace Tracking.Silo.Api.Identity;

/// <summary>Writes links as authorities read them. Hashes stay inside.</summary>
internal static class LinkAnswers
{
    public static void WriteAll(Utf8JsonWriter writer, IEnumerable<SellerLink> links)
    {
        writer.WriteStartArray("links"u8);
        foreach (var link in links)
        {
            writer.WriteStartObject();
            WriteMembers(writer, link);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void WriteCluster(Utf8JsonWriter writer, SellerKey seller, ImmutableArray<SellerKey> cluster, ImmutableArray<SellerLink> links)
    {
        writer.WriteStartObject();
        writer.WriteString("seller"u8, seller.ToString());
        writer.WriteStartArray("sameAs"u8);
        foreach (var other in cluster.Where(s => s != seller))
        {
            writer.WriteStringValue(other.ToString());
        }

        writer.WriteEndArray();
        WriteAll(writer, links);
        writer.WriteEndObject();
    }

    public static void WriteHistory(Utf8JsonWriter writer, SellerLink link, ImmutableArray<LinkChange> changes)
    {
        writer.WriteStartObject();
        WriteMembers(writer, link);
        writer.WriteStartArray("changes"u8);
        foreach (var change in changes)
        {
            writer.WriteStartObject();
            writer.WriteString("state"u8, EnumTexts.ToText(change.Link.State));
            writer.WriteNumber("version"u8, change.Link.Version);
            writer.WriteNumber("likelihood"u8, Math.Round(change.Link.Score.Likelihood, 3));
            writer.WriteString("at"u8, new ReportedTime(change.At, 0).ToString());
            writer.WriteString("by"u8, change.By.Organisation);
            if (change.Reason is not null)
            {
                writer.WriteString("reason"u8, change.Reason);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter writer, SellerLink link)
    {
        writer.WriteStartArray("sellers"u8);
        writer.WriteStringValue(link.First.ToString());
        writer.WriteStringValue(link.Second.ToString());
        writer.WriteEndArray();
        writer.WriteString("state"u8, EnumTexts.ToText(link.State));
        writer.WriteNumber("version"u8, link.Version);
        writer.WriteNumber("likelihood"u8, Math.Round(link.Score.Likelihood, 3));
        writer.WriteStartArray("evidence"u8);
        foreach (var evidence in link.Score.Evidence)
        {
            writer.WriteStartObject();
            writer.WriteString("what"u8, evidence.What);
            writer.WriteNumber("bits"u8, Math.Round(evidence.Bits, 1));
            writer.WriteNumber("others"u8, evidence.Others);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
