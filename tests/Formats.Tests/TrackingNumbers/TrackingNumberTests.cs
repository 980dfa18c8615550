using CsCheck;
using Tracking.Contracts.Identifiers;
using Tracking.Formats.TrackingNumbers;

namespace Tracking.Formats.Tests.TrackingNumbers;

/// <summary>What people type and scanners read, and which carriers it fits.</summary>
public sealed class TrackingNumberTests
{
    [Theory]
    [InlineData("1z 999 aa1 0123 456 784", "ups", "1Z999AA10123456784")]
    [InlineData("１Ｚ９９９ＡＡ１０１２３４５６７８４", "ups", "1Z999AA10123456784")]
    [InlineData("rb 123 456 785 gb", "royal-mail", "RB123456785GB")]
    [InlineData("]C1420221539101026837331000039521", "usps", "9101026837331000039521")]
    [InlineData("42022153\u001D9101026837331000039521", "usps", "9101026837331000039521")]
    [InlineData("(420)22153(91)01026837331000039521", "usps", "9101026837331000039521")]
    [InlineData("]C100340123450000000017", "gs1", "340123450000000017")]
    [InlineData("(00)340123450000000017", "gs1", "340123450000000017")]
    [InlineData("https://id.gs1.org/00/340123450000000017", "gs1", "340123450000000017")]
    [InlineData("urn:epc:id:sscc:4012345.3000000001", "gs1", "340123450000000017")]
    [InlineData("406–1234 5675", "ups", "40612345675")]
    [InlineData("%008182709980000020045327276N", "dpd", "09980000020045")]
    [InlineData("0998 0000 0200 34D", "dpd", "09980000020034")]
    [InlineData("1001921334250001000300779017972697", "fedex", "779017972697")]
    [InlineData("JJD0140000000000000017", "dhl", "JD0140000000000000017")]
    public void A_number_is_known_by_its_carrier_and_rid_of_what_is_around_it(string text, string carrier, string number)
    {
        var best = TrackingNumber.Read(text).Fits[0];
        Assert.Equal((carrier, number), (best.Carrier, best.Number));
    }

    [Fact]
    public void The_postal_code_before_a_number_is_kept_and_what_was_taken_off_is_said()
    {
        var reading = TrackingNumber.Read("420 22153 9101026837331000039521");
        Assert.Equal("22153", reading.PostalCode);
        Assert.Contains("420 and the ZIP code 22153", Assert.Single(reading.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_fits_several_carriers_names_them_all_with_a_reason_the_verified_first()
    {
        var reading = TrackingNumber.Read("JD0002242617644732");
        Assert.Equal(["dhl", "yodel"], reading.Fits.Select(f => f.Carrier).Order());
        Assert.All(reading.Fits, f => Assert.Contains("begins with JD", f.Reason, StringComparison.Ordinal));
        var twelve = TrackingNumber.Read("320606146993");
        Assert.Contains(twelve.Fits, f => f is { Carrier: "purolator", Verified: true });
    }

    [Fact]
    public void The_level_tells_a_waybill_from_a_piece()
    {
        Assert.Equal((NumberLevel.Bill, "dhl"), (TrackingNumber.Read("3318810025").Fits[0].Level, TrackingNumber.Read("3318810025").Fits[0].Carrier));
        Assert.Equal(NumberLevel.Piece, TrackingNumber.Read("1Z999AA10123456784").Fits[0].Level);
        Assert.Equal((NumberLevel.Bill, "Lufthansa Cargo"), (TrackingNumber.Read("020-1234 5675").Fits[0].Level, TrackingNumber.Read("020-1234 5675").Fits[0].Service));
    }

    [Fact]
    public void A_service_that_the_number_names_is_told()
    {
        Assert.Equal("SurePost, delivered by USPS", TrackingNumber.Read("1ZXX3150YW44070023").Fits[0].Service);
        Assert.Equal("registered letter post", TrackingNumber.Read("RB123456785GB").Fits[0].Service);
    }

    [Fact]
    public void A_slip_in_the_check_digit_is_named_with_the_digit_that_would_be_right()
    {
        var reading = TrackingNumber.Read("1Z999AA10123456785");
        Assert.Empty(reading.Fits);
        Assert.Equal(new NumberMiss("ups", "UPS 1Z", '5', '4'), Assert.Single(reading.Misses));
    }

    [Fact]
    public void A_person_may_correct_a_guess()
    {
        var guessed = TrackingNumber.Read("JD0002242617644732");
        var other = guessed.Fits[1].Carrier;
        var corrected = TrackingNumber.Read("JD0002242617644732", other);
        Assert.Equal((other, other), (corrected.Fits[0].Carrier, corrected.Corrected));
        var unheard = TrackingNumber.Read("1Z999AA10123456784", "acme");
        Assert.Equal(("acme", "acme", "1Z999AA10123456784"), (unheard.Fits[0].Carrier, unheard.Corrected, unheard.Fits[0].Number));
        Assert.Contains(unheard.Fits, f => f.Carrier == "ups");
        Assert.Null(TrackingNumber.Read("1Z999AA10123456784", "UPS").Corrected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("not a number!")]
    [InlineData("000000000000")]
    public void What_is_no_number_fits_nobody(string text) => Assert.Empty(TrackingNumber.Read(text).Fits);

    [Fact]
    public void Any_text_is_read_without_an_exception_and_every_fit_is_a_permitted_number() =>
        Gen.OneOf(Gen.String[0, 80], Gen.Char["0123456789ABJZ()]C[-. \u001D%"].Array[0, 60].Select(c => new string(c))).Sample(
            text => Assert.All(TrackingNumber.Read(text).Fits, f => Assert.True(ShipmentNumber.TryCreate(f.Carrier, f.Number, out var number) && number.Number == f.Number, $"{f.Carrier}/{f.Number}")),
            iter: 20_000);
}
