using System.Diagnostics;
using System.Globalization;
using Tracking.Formats.Fuzz;

// dotnet run -c Release --project tests/Formats.Fuzz -- --inputs 10000000 --seed 1 [--minutes 10]
var inputs = Option("--inputs") ?? 100_000;
var seed = (int)(Option("--seed") ?? 1);
var minutes = Option("--minutes");
var begun = Stopwatch.GetTimestamp();
var mutator = new Mutator(seed);
var (done, bytes, faults) = (0L, 0L, 0);
while (done < inputs && faults < 10 && !(Stopwatch.GetElapsedTime(begun).TotalMinutes >= minutes))
{
    var (adapter, message) = mutator.Next();
    if (Judge.Fault(adapter, message, (int)(done & 3)) is { } fault)
    {
        faults++;
        Console.Error.WriteLine($"seed {seed}, input {done}: {adapter.Name} {fault}\n{Convert.ToBase64String(message)}");
    }

    done++;
    bytes += message.Length;
    if (done % 100_000 == 0)
    {
        Console.WriteLine($"{done:N0} inputs, {bytes / 1e6:N0} MB, {Stopwatch.GetElapsedTime(begun).TotalSeconds:N0} s, {faults} faults");
    }
}

Console.WriteLine($"done: {done:N0} inputs, {bytes / 1e6:N1} MB, {Stopwatch.GetElapsedTime(begun).TotalSeconds:N1} s, {faults} faults");
return faults == 0 ? 0 : 1;

long? Option(string name)
{
    var at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length && long.TryParse(args[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
