namespace Tracking.Formats.Air;

/// <summary>The line of a bill: prefix, serial, house, and the carrier's own package number, for example <c>999-10000014-H0000001/JD0140000000000000001</c>.</summary>
/// <param name="Master">Prefix and serial: <c>999-10000014</c>.</param>
/// <param name="House">House bill; null where the line speaks of the master.</param>
/// <param name="Package">Package tracking identifier; null where there is none.</param>
/// <param name="Text">The line.</param>
internal readonly record struct AirWaybill(string Master, string? House, string? Package, string Text)
{
    /// <summary>The number that customs and carrier speak of: the house bill, else the master.</summary>
    public string Number => House ?? Master;

    public static bool TryRead(string line, out AirWaybill bill)
    {
        bill = default;
        if (line.Length < 12 || line[3] != '-' || !IsSerial(line.AsSpan(4, 8)) || line.AsSpan(0, 3).IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            return false;
        }

        var rest = line.AsSpan(12);
        var slash = rest.IndexOf('/');
        var package = slash >= 0 ? rest[(slash + 1)..].Trim().ToString() : null;
        rest = slash >= 0 ? rest[..slash] : rest;
        string? house = null;
        if (!rest.IsEmpty)
        {
            if (rest[0] != '-')
            {
                return false;
            }

            var consolidated = rest[1..].Trim();

            // M marks the master of a consolidation itself.
            house = consolidated is "M" or "" ? null : consolidated.ToString();
        }

        bill = new AirWaybill(line[..12], house, string.IsNullOrEmpty(package) ? null : package, line);
        return true;
    }

    private static bool IsSerial(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;
}
