using System.Reflection;
using Orleans;

namespace Tracking.House.Tests.Rules;

/// <summary>What goes over the wire keeps its names when code is renamed, and its members when code is reordered.</summary>
public sealed class ContractTests
{
    private static readonly Type[] All = typeof(Contracts.Facts.Fact).Assembly.GetTypes();
    private static readonly Type[] Serialised = [.. All.Where(type => type.GetCustomAttribute<GenerateSerializerAttribute>(inherit: false) is not null)];
    private static readonly Type[] Grains = [.. All.Where(type => type.IsInterface && typeof(IAddressable).IsAssignableFrom(type))];

    [Fact]
    public void Serialised_types_and_grain_interfaces_have_names_of_their_own()
    {
        Assert.NotEmpty(Serialised);
        Assert.NotEmpty(Grains);
        Assert.Empty(Serialised.Concat(Grains).Where(type => Alias(type) is null).Select(type => type.FullName));
        Assert.Empty(Serialised.Concat(Grains).GroupBy(Alias).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [Fact]
    public void Methods_of_grain_interfaces_have_names_of_their_own()
    {
        Assert.All(Grains, grain =>
        {
            var methods = grain.GetMethods();
            Assert.Empty(methods.Where(method => Alias(method) is null).Select(method => $"{grain.Name}.{method.Name}"));
            Assert.Equal(methods.Length, methods.Select(Alias).Distinct().Count());
        });
    }

    [Fact]
    public void Serialised_members_have_numbers_of_their_own()
    {
        Assert.All(Serialised.Where(type => !type.IsEnum), type =>
        {
            var members = StoredProperties(type).Cast<MemberInfo>().Concat(StoredFields(type)).ToArray();
            Assert.Empty(members.Where(member => Number(member) is null).Select(member => $"{type.Name}.{member.Name}"));
            Assert.Equal(members.Length, members.Select(Number).Distinct().Count());
        });
    }

    private static IEnumerable<PropertyInfo> StoredProperties(Type type) => type
        .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        .Where(property => type.GetField($"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic) is not null
            && property.GetCustomAttribute<NonSerializedAttribute>() is null);

    private static IEnumerable<FieldInfo> StoredFields(Type type) => type
        .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        .Where(field => !field.Name.StartsWith('<') && field.GetCustomAttribute<NonSerializedAttribute>() is null);

    private static string? Alias(MemberInfo member) => member.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias;

    private static uint? Number(MemberInfo member) => member.GetCustomAttribute<IdAttribute>(inherit: false)?.Id;
}
