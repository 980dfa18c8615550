using System.Collections.Frozen;

namespace Tracking.Formats.Places;

/// <summary>The table <c>places.txt</c>.</summary>
internal sealed class PlaceTable
{
    private PlaceTable(
        Dictionary<string, string> airports, Dictionary<string, string> ports, Dictionary<string, string> zones, HashSet<string> assumed) =>
        (Airports, CbpPorts, ZoneOf, Assumed) = (airports.ToFrozenDictionary(), ports.ToFrozenDictionary(), zones.ToFrozenDictionary(), assumed.ToFrozenSet());

    /// <summary>UN/LOCODE by IATA code.</summary>
    public FrozenDictionary<string, string> Airports { get; }

    /// <summary>UN/LOCODE by port of entry.</summary>
    public FrozenDictionary<string, string> CbpPorts { get; }

    /// <summary>Time zone by UN/LOCODE, by country, or by country and state (<c>US-TX</c>).</summary>
    public FrozenDictionary<string, string> ZoneOf { get; }

    /// <summary>States that lie in more zones than the one given.</summary>
    public FrozenSet<string> Assumed { get; }

    public static PlaceTable Load()
    {
        var (airports, ports, zones) = (new Dictionary<string, string>(), new Dictionary<string, string>(), new Dictionary<string, string>());
        var assumed = new HashSet<string>();
        using var stream = typeof(PlaceTable).Assembly.GetManifestResourceStream("places.txt")
            ?? throw new InvalidOperationException("The table of places is not part of the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            switch (fields)
            {
                case ["country" or "state" or "split", var area, var zone]:
                    zones[area] = zone;
                    if (fields[0] == "split")
                    {
                        assumed.Add(area);
                    }

                    break;
                case [var iata, var locode, var zone, var entry] when line[0] != '#':
                    Add(iata, locode, zone, entry);
                    break;
            }
        }

        return new PlaceTable(airports, ports, zones, assumed);

        void Add(string iata, string locode, string zone, string entry)
        {
            if (iata != "-")
            {
                airports[iata] = locode;
            }

            if (zone != "-")
            {
                zones[locode] = zone;
            }

            foreach (var port in entry == "-" ? [] : entry.Split(','))
            {
                ports[port] = locode;
            }
        }
    }
}
