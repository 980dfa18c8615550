using System.Globalization;
using System.Text.RegularExpressions;
using Tracking.Dashboard.Commands;
using Tracking.Simulator.Tests.Replay;
using static Tracking.Simulator.Tests.CommandRun;

namespace Tracking.Simulator.Tests.Names;

/// <summary>The command <c>names</c>.</summary>
public sealed class NamesCommandTests
{
    [SharedDataFact("names")]
    public async Task Names_alone_tell_who_is_one_at_least_as_well_as_promised_on_pairs_that_were_not_learned_from()
    {
        var (code, said) = await RunAsync("names", Path.Combine(SharedDataFactAttribute.Locate("names")!, "labelled-pairs.csv"), "--folds", "10");
        Assert.Equal(ExitCodes.Done, code);
        Assert.Contains("pairs 472, matches 236", said, StringComparison.Ordinal);
        Assert.InRange(double.Parse(Regex.Match(said, "F1 ([0-9.]+)").Groups[1].Value, CultureInfo.InvariantCulture), 0.85, 1);
    }

    [Fact]
    public async Task A_file_of_other_columns_is_refused_with_what_it_lacks()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "left,right\na,b\n");
        var (code, said) = await RunAsync("names", file);
        File.Delete(file);
        Assert.Equal(ExitCodes.WrongInput, code);
        Assert.Contains("name1, name2, is_match", said, StringComparison.Ordinal);
    }
}
