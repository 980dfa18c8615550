using System.Net;

namespace Tracking.Api.Tests;

/// <summary>Which carriers a number fits, asked over HTTP.</summary>
public sealed class NumberTests
{
    [Fact]
    public async Task A_scanned_number_is_answered_with_its_carrier_and_what_was_taken_off()
    {
        await using var silo = await Silo.StartAsync();
        var (response, body) = await silo.GetAsync("/v1/numbers/420%2022153%209101026837331000039521");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(("9101026837331000039521", "22153"), (body.GetProperty("number").GetString(), body.GetProperty("postalCode").GetString()));
        var fit = body.GetProperty("fits")[0];
        Assert.Equal(("usps", "piece", true), (fit.GetProperty("carrier").GetString(), fit.GetProperty("level").GetString(), fit.GetProperty("verified").GetBoolean()));
        Assert.NotEqual(0, body.GetProperty("notes").GetArrayLength());
    }

    [Fact]
    public async Task A_slip_in_the_check_digit_is_named()
    {
        await using var silo = await Silo.StartAsync();
        var (_, body) = await silo.GetAsync("/v1/numbers/1Z999AA10123456785");
        Assert.Equal(0, body.GetProperty("fits").GetArrayLength());
        Assert.Equal(("5", "4"), (body.GetProperty("misses")[0].GetProperty("checkDigit").GetString(), body.GetProperty("misses")[0].GetProperty("expected").GetString()));
    }

    [Fact]
    public async Task A_person_corrects_the_guess_and_is_told_what_a_carrier_is_called()
    {
        await using var silo = await Silo.StartAsync();
        var (_, body) = await silo.GetAsync("/v1/numbers/1Z999AA10123456784?carrier=acme");
        Assert.Equal(("acme", "acme"), (body.GetProperty("corrected").GetString(), body.GetProperty("fits")[0].GetProperty("carrier").GetString()));
        var (refused, problem) = await silo.GetAsync("/v1/numbers/1Z999AA10123456784?carrier=a%20b%21");
        Assert.Equal((HttpStatusCode.BadRequest, "carrier"), (refused.StatusCode, problem.GetProperty("errors")[0].GetProperty("field").GetString()));
    }

    [Fact]
    public async Task A_number_is_looked_at_only_for_those_with_a_key()
    {
        await using var silo = await Silo.StartAsync(keys: true);
        Assert.Equal(HttpStatusCode.Unauthorized, (await silo.GetAsync("/v1/numbers/1Z999AA10123456784")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await silo.GetAsync("/v1/numbers/1Z999AA10123456784", Silo.MarketKey)).Response.StatusCode);
    }
}
