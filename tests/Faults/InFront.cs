using System.Reflection;

namespace Tracking.Faults;

/// <summary>Stands in front of another object and passes on every call but those that it takes itself, whatever the interface comes to hold.</summary>
public abstract class InFront<T> : DispatchProxy
    where T : class
{
    /// <summary>The object behind it.</summary>
    protected T Inner { get; private set; } = null!;

    /// <summary>Makes one of a class.</summary>
    protected static (T Facade, TSelf Self) Make<TSelf>(T inner)
        where TSelf : InFront<T>
    {
        var facade = Create<T, TSelf>();
        var self = (TSelf)(object)facade;
        self.Inner = inner;
        return (facade, self);
    }

    /// <summary>Takes a call; null: it is passed on.</summary>
    protected abstract object? Take(string method, object?[] arguments);

    /// <summary>What a call that is taken answers.</summary>
    protected static object Answer<TResult>(ValueTask<TResult> answer) => answer;

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        ArgumentNullException.ThrowIfNull(targetMethod);
        return Take(targetMethod.Name, args ?? []) ?? targetMethod.Invoke(Inner, BindingFlags.DoNotWrapExceptions, null, args, null);
    }
}
