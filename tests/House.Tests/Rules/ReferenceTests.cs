using System.Reflection;
using System.Xml.Linq;
using NetArchTest.Rules;

namespace Tracking.House.Tests.Rules;

/// <summary>Who may know whom.</summary>
public sealed class ReferenceTests
{
    private static readonly Assembly Contracts = typeof(Contracts.Facts.Fact).Assembly;
    private static readonly Assembly Domain = Assembly.Load("Tracking.Domain");
    private static readonly Assembly Grains = Assembly.Load("Tracking.Grains");
    private static readonly Assembly Formats = Assembly.Load("Tracking.Formats");

    /// <summary>Each project outside <c>tests/</c>, and the only projects that it may name.</summary>
    public static TheoryData<string, string> Allowed => new()
    {
        { "grains/Contracts/Contracts.csproj", "" },
        { "grains/Domain/Domain.csproj", "Contracts" },
        { "grains/Journal/Journal.csproj", "Contracts Domain" },
        { "grains/Grains/Grains.csproj", "Contracts Domain Journal" },
        { "silo/Formats/Formats.csproj", "Contracts" },
        { "silo/Silo.csproj", "Contracts Grains Journal Formats" },
        { "client-dashboard/Simulator/Simulator.csproj", "Contracts" },
        { "client-dashboard/Dashboard.csproj", "Contracts Journal Silo Simulator Formats" },
    };

    [Theory, MemberData(nameof(Allowed))]
    public void A_project_names_only_what_it_may_know(string project, string allowed)
    {
        var named = XDocument.Parse(Repository.Read(project)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/')));
        Assert.Empty(named.Except(allowed.Split(' ')));
    }

    [Fact]
    public void Every_project_has_its_rule()
    {
        var projects = Repository.Files.Where(path => path.EndsWith(".csproj", StringComparison.Ordinal) && !path.StartsWith("tests/", StringComparison.Ordinal));
        Assert.Equal(Allowed.Select(row => (string)row[0]).Order(), projects.Order());
    }

    [Fact]
    public void Domain_is_pure() => Holds(Types.InAssembly(Domain).That().ResideInNamespaceStartingWith("Tracking.Domain")
        .ShouldNot().HaveDependencyOnAny(
            "Orleans.Runtime", "Orleans.Grain", "Orleans.IGrainFactory", "System.IO.File", "System.IO.Stream", "System.Net",
            "System.Threading.Tasks", "System.TimeProvider", "System.Random", "Microsoft.Extensions", "Microsoft.AspNetCore", "Npgsql", "Microsoft.Data"));

    [Fact]
    public void Contracts_know_neither_stores_nor_hosts() => Holds(Types.InAssembly(Contracts)
        .ShouldNot().HaveDependencyOnAny("Npgsql", "Microsoft.Data", "Microsoft.AspNetCore", "Microsoft.Extensions.Hosting", "Orleans.Hosting"));

    [Fact]
    public void Grains_know_the_journal_and_not_its_stores() => Holds(Types.InAssembly(Grains)
        .ShouldNot().HaveDependencyOnAny("Npgsql", "Microsoft.Data", "Microsoft.AspNetCore", "Tracking.Journal.Postgres", "Tracking.Journal.Sqlite"));

    [Fact]
    public void Formats_turn_bytes_into_facts_and_ask_nobody() => Holds(Types.InAssembly(Formats).That().ResideInNamespaceStartingWith("Tracking.Formats")
        .ShouldNot().HaveDependencyOnAny("Orleans.Runtime", "Orleans.IGrainFactory", "System.Net", "System.TimeProvider", "Microsoft.Extensions", "Microsoft.AspNetCore", "Npgsql", "Microsoft.Data"));

    private static void Holds(ConditionList rule)
    {
        var result = rule.GetResult();
        Assert.True(result.IsSuccessful, string.Join('\n', result.FailingTypeNames ?? []));
    }
}
