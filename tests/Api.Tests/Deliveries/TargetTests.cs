using System.Net;
using Tracking.Silo.Deliveries;

namespace Tracking.Api.Tests.Deliveries;

public sealed class TargetTests
{
    private static readonly TargetRules Rules = new(false, [IPNetwork.Parse("10.20.0.0/16")]);

    [Theory]
    [InlineData("127.0.0.1"), InlineData("127.9.9.9"), InlineData("0.0.0.0"), InlineData("10.0.0.1"), InlineData("172.16.0.1"), InlineData("192.168.1.1")]
    [InlineData("169.254.169.254"), InlineData("100.64.0.1"), InlineData("224.0.0.1"), InlineData("255.255.255.255"), InlineData("198.18.0.1")]
    [InlineData("::1"), InlineData("::"), InlineData("fe80::1"), InlineData("fd00:ec2::254"), InlineData("ff02::1"), InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254"), InlineData("::127.0.0.1"), InlineData("64:ff9b::7f00:1"), InlineData("2002:7f00:1::"), InlineData("2001:db8::1")]
    public void An_address_that_is_not_public_is_refused(string address) => Assert.False(Rules.Permits(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8"), InlineData("172.32.0.1"), InlineData("2606:4700::1111"), InlineData("::ffff:8.8.8.8"), InlineData("10.20.3.4"), InlineData("::ffff:10.20.3.4")]
    public void A_public_address_and_one_of_a_permitted_network_may_be_called(string address) => Assert.True(Rules.Permits(IPAddress.Parse(address)));
}
