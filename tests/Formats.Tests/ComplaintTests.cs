using System.Text;
using Tracking.Formats.Json;

namespace Tracking.Formats.Tests;

/// <summary>What cannot be read: each complaint names the place, the fault and the remedy.</summary>
public sealed class ComplaintTests
{
    private const string Base = """{"carrier":"ups","number":"A","occurredAt":"2026-03-01T00:00:00Z","status":"accepted"}""";

    /// <summary>What is put into a scan that is right, where the complaint must be, and what it must say.</summary>
    public static TheoryData<string, string, string> Rows { get; } = new()
    {
        { "\"id\":7", "/id", "must be a text, not a number" },
        { "\"pieces\":\"3\"", "/pieces", "must be a number, not a text" },
        { "\"pieces\":0", "/pieces", "whole number from 1 to 1000000" },
        { "\"pieces\":1.5", "/pieces", "whole number" },
        { "\"weightKg\":-1", "/weightKg", "from 0 to" },
        { "\"weightKg\":1.1234567", "/weightKg", "6 decimal places" },
        { "\"weightKg\":1e99", "/weightKg", "from 0 to" },
        { "\"weightKg\":true", "/weightKg", "not true or false" },
        { "\"withdraws\":\"true\"", "/withdraws", "must be true or false, not a text" },
        { "\"withdraws\":true", "/corrects", "is missing" },
        { "\"colour\":1", "/colour", "'colour' is not a field that is known" },
        { "\"col/our\":[{\"a\":1}]", "/col~1our", "not a field" },
        { "\"code\":\"A\\u0000B\"", "/code", "control character U+0000" },
        { "\"text\":\"a\\nb\"", "/text", "control character U+000A" },
        { "\"text\":\"a\\u0085b\"", "/text", "control character U+0085" },
        { "\"text\":\"\\ud800\"", "/text", "half of a surrogate pair" },
        { "\"text\":\"   \"", "/text", "blanks" },
        { "\"id\":\"" + new string('x', 129) + "\"", "/id", "129 characters long, at most 128" },
        { "\"text\":\"" + new string('é', 257) + "\"", "/text", "257 characters long, at most 256" },
        { "\"code\":\"" + new string('x', 33) + "\"", "/code", "at most 32" },
        { "\"container\":{\"id\":1}", "/container", "must be a text, not an object" },
        { "\"place\":\"USMEM\"", "/place", "must be an object, not a text" },
        { "\"place\":{}", "/place/country", "is missing" },
        { "\"place\":{\"postalCode\":\"1\"}", "/place/country", "is missing" },
        { "\"place\":{\"locode\":\"MEM\"}", "/place/locode", "UN/LOCODE" },
        { "\"place\":{\"locode\":\"USMEM\",\"country\":\"DE\"}", "/place/country", "lies in US" },
        { "\"place\":{\"country\":\"USA\"}", "/place/country", "at most 2" },
        { "\"place\":{\"country\":\"U1\"}", "/place/country", "not a country" },
        { "\"place\":{\"city\":\"X\",\"country\":\"US\"}", "/place/city", "not a field" },
        { "\"customs\":\"cleared\"", "/customs", "not a permitted text" },
        { "\"carrier\":\"dhl\"", "/carrier", "comes twice" },
        { "\"c\\u0061rrier\":\"dhl\"", "/carrier", "comes twice" },
    };

    public static TheoryData<string, string, string> Replacements { get; } = new()
    {
        { "\"number\":\"A\"", "\"number\":\"" + new string('9', 65) + "\"", "65 characters long, at most 64" },
        { "\"number\":\"A\"", "\"number\":\"A#\"", "not a number of a bill or piece" },
        { "\"carrier\":\"ups\"", "\"carrier\":\"u p s\"", "is not a code" },
        { "\"carrier\":\"ups\"", "\"carrier\":\"" + new string('u', 33) + "\"", "is not a code" },
        { "\"carrier\":\"ups\"", "\"carrier\":\"ups\\u0000\"", "is not a code" },
        { "\"carrier\":\"ups\",", "", "carrier is missing" },
        { "\"number\":\"A\",", "", "number is missing" },
        { "\"status\":\"accepted\"", "\"status\":null", "status is missing" },
        { "\"status\":\"accepted\"", "\"status\":\"lost\"", "not a permitted text" },
        { "2026-03-01T00:00:00Z", "2026-03-01T00:00:00", "no offset" },
        { "2026-03-01T00:00:00Z", "2026-02-29T00:00:00Z", "does not exist" },
        { "2026-03-01T00:00:00Z", "2026-03-01T24:00:00Z", "does not exist" },
        { "2026-03-01T00:00:00Z", "1969-12-31T23:59:59Z", "1970 to 2200" },
        { "2026-03-01T00:00:00Z", "1970-01-01T00:00:00+01:00", "1970 to 2200" },
        { "2026-03-01T00:00:00Z", "2201-01-01T00:00:00Z", "1970 to 2200" },
        { "2026-03-01T00:00:00Z", "2026-03-01T00:00:00+15:00", "offset" },
        { "2026-03-01T00:00:00Z", "2026-03-01", "ISO 8601" },
        { "2026-03-01T00:00:00Z", "yesterday", "ISO 8601" },
        { "2026-03-01T00:00:00Z", "2026-03-01T00:00:00.Z", "seconds" },
        { "\"2026-03-01T00:00:00Z\"", "1772373900", "must be a text, not a number" },
    };

    public static TheoryData<string, string, string> Broken { get; } = new()
    {
        { "", "is empty", "one whole JSON object" },
        { "[]", "is not a JSON object", "one whole JSON object" },
        { "{\"carrier\":\"ups\"", "breaks off at byte 17", "one whole JSON object" },
        { "{\"carrier\":}", "is not JSON (line 1, byte 12", "RFC 8259" },
        { "{\"carrier\":\"u\tps\"}", "is not JSON", "control characters escaped" },
        { "{'carrier':1}", "is not JSON", "double quotes" },
        { "{} {}", "is not JSON", "RFC 8259" },
        { "{\"x\":" + new string('[', 40) + new string(']', 40) + "}", "deeper than 16", "16" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void One_field_too_many_or_wrong(string field, string path, string message) => Complains(Base[..^1] + "," + field + "}", path, message);

    [Theory]
    [MemberData(nameof(Replacements))]
    public void A_required_field_that_is_wrong(string from, string to, string message)
    {
        var reading = Samples.Read("scan", Base.Replace(from, to, StringComparison.Ordinal));
        Assert.Contains(message, Assert.Single(reading.Complaints).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_is_no_JSON_object(string json, string message, string remedy)
    {
        var reading = Samples.Read("scan", json);
        Assert.True(reading.Broken);
        var complaint = Assert.Single(reading.Complaints);
        Assert.Contains(message, complaint.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, complaint.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hold-placed", "", "/hold", "is missing")]
    [InlineData("hold-placed", ",\"hold\":{\"reason\":\"x\"}", "/hold/kind", "is missing")]
    [InlineData("exam-ordered", ",\"hold\":{}", "/hold/kind", "is missing")]
    [InlineData("request-placed", "", "/hold", "is missing")]
    [InlineData("permit-given", "", "/permits", "is missing")]
    [InlineData("deleted", "", "/deletes", "is missing")]
    [InlineData("released", ",\"permits\":\"leave\"", "/permits", "means nothing")]
    [InlineData("released", ",\"deletes\":\"x\"", "/deletes", "means nothing")]
    [InlineData("released", ",\"pieces\":[\"A\",\"B\"],\"pieceCount\":3", "/pieceCount", "is 3, but 2")]
    [InlineData("hold-placed", ",\"hold\":{\"kind\":\"carrier\"}", "/authority", "carrier")]
    [InlineData("released", ",\"sequence\":-1", "/sequence", "whole number")]
    [InlineData("released", ",\"pieces\":[\"A\",7]", "/pieces/1", "must be a text")]
    public void What_does_not_go_together_in_a_decision(string kind, string more, string path, string message) =>
        Complains($$"""{"authority":"us-cbp","territory":"US","kind":"{{kind}}","carrier":"ups","number":"B","id":"1","occurredAt":"2026-03-01T00:00:00Z"{{more}}}""", path, message, "decision");

    [Fact]
    public void A_carrier_places_no_hold_of_customs() =>
        Complains("""{"authority":"ups","territory":"US","kind":"hold-placed","carrier":"ups","number":"B","id":"1","occurredAt":"2026-03-01T00:00:00Z","hold":{"kind":"manifest"}}""", "/hold/kind", "carrier's own hold", "decision");

    [Fact]
    public void A_decision_needs_an_id() =>
        Complains("""{"authority":"us-cbp","territory":"US","kind":"released","carrier":"ups","number":"B","occurredAt":"2026-03-01T00:00:00Z"}""", "/id", "is missing", "decision");

    [Theory]
    [InlineData("\"goods\":[{\"description\":\"x\"},{\"value\":1}]", "/goods/1/description", "is missing")]
    [InlineData("\"goods\":[{\"description\":\"x\",\"value\":1}]", "/goods/0/currency", "is missing")]
    [InlineData("\"goods\":[{\"description\":\"x\",\"hsCode\":\"12\"}]", "/goods/0/hsCode", "HS code")]
    [InlineData("\"goods\":{}", "/goods", "must be an array")]
    [InlineData("\"goods\":[1]", "/goods/0", "must be an object")]
    [InlineData("\"parties\":[{\"role\":\"boss\"}]", "/parties/0/role", "not a permitted text")]
    [InlineData("\"parties\":[{\"name\":\"x\"}]", "/parties/0/role", "is missing")]
    [InlineData("\"pieces\":[\"a\",\"b\"],\"pieceCount\":1", "/pieceCount", "2 pieces are named")]
    public void What_is_wrong_in_a_manifest(string field, string path, string message) =>
        Complains("""{"carrier":"ups","number":"B","occurredAt":"2026-03-01T00:00:00Z",""" + field + "}", path, message, "manifest");

    [Fact]
    public void A_limit_on_elements_is_named()
    {
        var lines = string.Join(',', Enumerable.Repeat("""{"role":"shipper"}""", Limits.Parties + 1));
        Complains("""{"carrier":"ups","number":"B","occurredAt":"2026-03-01T00:00:00Z","parties":[""" + lines + "]}", "/parties", "more than 32 elements", "manifest");
    }

    [Fact]
    public void An_account_with_a_slash_is_refused() =>
        Complains(Samples.Dispatch.Replace("s-9", "s/9", StringComparison.Ordinal), "/account", "not an account", "dispatch");

    [Fact]
    public void Wrong_texts_and_unknown_fields_list_what_is_permitted()
    {
        var remedy = Samples.Read("scan", Base.Replace("accepted", "x", StringComparison.Ordinal)).Complaints[0].Remedy;
        Assert.Contains("in-transit-departed, in-transit-arrived", remedy, StringComparison.Ordinal);
        remedy = Samples.Read("scan", """{"x":1}""").Complaints[0].Remedy;
        Assert.Contains("carrier, number, id, occurredAt, corrects, withdraws, status", remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_wrong_is_found_in_one_reading_up_to_a_limit()
    {
        var reading = Samples.Read("scan", """{"carrier":1,"number":"","occurredAt":"x","status":"y","pieces":0}""", index: 3);
        Assert.Equal(["/3/carrier", "/3/occurredAt", "/3/status", "/3/pieces"], reading.Complaints.Select(c => c.Path));
        var many = "{" + string.Join(',', Enumerable.Range(0, 100).Select(i => $"\"f{i}\":1")) + "}";
        Assert.Equal(Limits.Complaints, Samples.Read("scan", many).Complaints.Length);
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_complained_about_where_they_are()
    {
        var bytes = Encoding.UTF8.GetBytes(Base[..^1] + ",\"text\":\"??\"}");
        bytes.AsSpan(bytes.AsSpan().IndexOf("??"u8), 2).Fill(0xFF);
        var complaint = Assert.Single(ScanJson.Instance.Read(bytes, Samples.Reception).Complaints);
        Assert.Equal(("/text", "is not UTF-8"), (complaint.Path, complaint.Message));
    }

    [Fact]
    public void An_item_that_is_too_long_names_the_limit()
    {
        var reading = Samples.Read("scan", Base + new string(' ', Limits.ItemBytes));
        Assert.Contains("longer than 262144 bytes", Assert.Single(reading.Complaints).Message, StringComparison.Ordinal);
    }

    private static void Complains(string json, string path, string message, string kind = "scan")
    {
        var reading = Samples.Read(kind, json);
        Assert.Null(reading.Fact);
        var complaint = Assert.Single(reading.Complaints);
        Assert.Equal(path, complaint.Path);
        Assert.Contains(message, complaint.Message, StringComparison.Ordinal);
        Assert.False(string.IsNullOrWhiteSpace(complaint.Remedy));
    }
}
