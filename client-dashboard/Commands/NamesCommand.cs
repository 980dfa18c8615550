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
        var folds = new Option<int>("--folds") { Description = "Learn anew by cross-validation in so many parts, parted by the second name; without it the shipped model is scored." };
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
        // By the second name: pairs of one person in both parts would tell the one from the other.
        var names = pairs.Select(p => p.Group).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        new Random(Seed).Shuffle(names);
        var partOf = names.Select((name, index) => (name, Part: index % folds)).ToDictionary(n => n.name, n => n.Part, StringComparer.Ordinal);
        var likelihoods = new double[pairs.Count];
        for (var part = 0; part < folds; part++)
        {
            var model = NameModel.Learn([.. pairs.Where(p => partOf[p.Group] != part).Select(p => (p.Features, p.IsMatch))]);
            for (var i = 0; i < pairs.Count; i++)
            {
                likelihoods[i] = partOf[pairs[i].Group] == part ? model.Likelihood(pairs[i].Features) : likelihoods[i];
            }
        }

        return likelihoods;
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

            var second = ComparableName.Of(right);
            pairs.Add(new Pair(NameComparison.Compare(ComparableName.Of(left), second), isMatch, second.Joined));
        }

        return pairs;
    }

    private sealed record Pair(double[] Features, bool IsMatch, string Group);
}
