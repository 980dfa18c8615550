using System.Reflection;
using Orleans;
using Orleans.Runtime;

namespace Tracking.House.Tests.Rules;

/// <summary>
/// Orleans' relational storage keeps a row by the state's name and the grain's key: two grain classes with one state
/// name would read and overwrite each other's rows.
/// </summary>
public sealed class GrainStateTests
{
    private static readonly Type[] Classes = [.. Assembly.Load("Tracking.Grains").GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && typeof(IGrain).IsAssignableFrom(type) && type.Namespace!.StartsWith("Tracking", StringComparison.Ordinal))];

    [Fact]
    public void Every_state_has_a_name_that_no_other_grain_uses()
    {
        var names =
            from type in Classes
            from constructor in type.GetConstructors()
            from parameter in constructor.GetParameters()
            let state = parameter.GetCustomAttribute<PersistentStateAttribute>()
            where state is not null
            select (type, state.StateName);
        Assert.Empty(names.Distinct().GroupBy(state => state.StateName, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [Fact]
    public void No_grain_uses_the_state_that_all_share() =>
        Assert.Empty(Classes.Where(type => Bases(type).Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(Grain<>))).Select(type => type.FullName));

    private static IEnumerable<Type> Bases(Type type)
    {
        for (var one = type.BaseType; one is not null; one = one.BaseType)
        {
            yield return one;
        }
    }
}
