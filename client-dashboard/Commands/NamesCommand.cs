using System.CommandLine;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Spectre.Console;
using Tracking.Domain.Identity.Names;

namespace Tracking.Dashboard.Commands;

/// <summary>Scores how well names alone tell who is one, over a file of labelled pairs.</summary>
internal static class NamesCommand
{
    private const int Seed = 17;
    private static readonly string[] Columns = ["name1", "name2", "is_match"];

    public static Command Create(IAnsiConsole console)
    {
        var file = new Argument<string>("file") { Description = "CSV with the columns name1, name2 and is_match (true or false)." };
        var folds = new Option<int>("--folds") { Description = "Learn anew by cross-validation in so many parts, no name in two of them; without it the shipped model is scored." };
        folds.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var parts) && parts is < 2 or > 100)
            {
                result.AddError($"--folds: {parts} lies outside 2 to 100; give a number in between.");
            }
        });
        var command = new Command("names", "Scores how well names alone tell who is one: precision, recall and F1 over labelled pairs.") { file, folds };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(file), parsed.GetValue(folds), console));
        return command;
    }

    private static int Run(string file, int folds, IAnsiConsole console)
    {
        var pairs = Read(file);
        var likelihoods = folds == 0 ? [.. pairs.Select(p => NameModel.Shipped.Likelihood(p.Features))] : CrossValidated(pairs, folds);
        var found = Enumerable.Range(0, pairs.Count).Count(i => pairs[i].IsMatch && likelihoods[i] >= NameModel.Threshold);
        var (said, matches) = (likelihoods.Count(l => l >= NameModel.Threshold), pairs.Count(p => p.IsMatch));
        var (precision, recall) = (said == 0 ? 0 : (double)found / said, matches == 0 ? 0 : (double)found / matches);
        var f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        console.Profile.Out.Writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"pairs {pairs.Count}, matches {matches}: precision {precision:F3}, recall {recall:F3}, F1 {f1:F3} ({(folds == 0 ? "shipped model" : $"{folds} folds, by name")})"));
        return ExitCodes.Done;
    }

    private static double[] CrossValidated(List<Pair> pairs, int folds)
    {
        // Pairs of one person in two parts would tell the one from the other.
        var groups = GroupsOf(pairs);
        var shuffled = groups.Distinct().Order().ToArray();
        new Random(Seed).Shuffle(shuffled);
        var partOf = shuffled.Select((group, index) => (group, Part: index % folds)).ToDictionary(g => g.group, g => g.Part);
        var likelihoods = new double[pairs.Count];
        for (var part = 0; part < folds; part++)
        {
            var model = NameModel.Learn([.. pairs.Where((_, i) => partOf[groups[i]] != part).Select(p => (p.Features, p.IsMatch))]);
            for (var i = 0; i < pairs.Count; i++)
            {
                likelihoods[i] = partOf[groups[i]] == part ? model.Likelihood(pairs[i].Features) : likelihoods[i];
            }
        }

        return likelihoods;
    }

    // Two pairs with a name in common are of one group, and so are those that hang together by others.
    private static int[] GroupsOf(List<Pair> pairs)
    {
        var groups = Enumerable.Range(0, pairs.Count).ToArray();
        var firstWith = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < pairs.Count; i++)
        {
            foreach (var name in new[] { pairs[i].Left, pairs[i].Right })
            {
                var (kept, joined) = (groups[firstWith.GetValueOrDefault(name, i)], groups[i]);
                firstWith.TryAdd(name, i);
                for (var other = 0; joined != kept && other <= i; other++)
                {
                    groups[other] = groups[other] == joined ? kept : groups[other];
                }
            }
        }

        return groups;
    }

    private static List<Pair> Read(string file)
    {
        if (!File.Exists(file))
        {
            throw new CommandFailedException($"There is no file {file}.", ExitCodes.WrongInput);
        }

        using var csv = new CsvReader(new StreamReader(file), new CsvConfiguration(CultureInfo.InvariantCulture) { MissingFieldFound = null });
        var pairs = new List<Pair>();
        if (!csv.Read() || !csv.ReadHeader() || Columns.Except(csv.HeaderRecord!).Any())
        {
            throw new CommandFailedException($"{file} lacks one of the columns name1, name2, is_match.", ExitCodes.WrongInput);
        }

        while (csv.Read())
        {
            if (!bool.TryParse(csv["is_match"], out var isMatch) || csv["name1"] is not { } left || csv["name2"] is not { } right)
            {
                throw new CommandFailedException($"{file}, line {csv.Parser.RawRow}: name1 and name2 must be there and is_match must be true or false.", ExitCodes.WrongInput);
            }

            var (first, second) = (ComparableName.Of(left), ComparableName.Of(right));
            pairs.Add(new Pair(NameComparison.Compare(first, second), isMatch, first.Joined, second.Joined));
        }

        return pairs;
    }

    private sealed record Pair(double[] Features, bool IsMatch, string Left, string Right);
}
