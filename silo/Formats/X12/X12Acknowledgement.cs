using System.Globalization;
using System.Text;

namespace Tracking.Formats.X12;

/// <summary>Writes the acknowledgements of interchanges: one interchange back for each, with 997 or 999 for each group and TA1 where it was asked for.</summary>
internal static class X12Acknowledgement
{
    /// <summary>From this release on 999 takes the place of 997.</summary>
    private const string First999 = "005010";

    private const string NoVersion = "004010";

    /// <summary>Writes them.</summary>
    /// <param name="interchanges">What was received.</param>
    /// <param name="at">When.</param>
    /// <returns>Empty where nothing is to be acknowledged.</returns>
    public static ReadOnlyMemory<byte> Write(IReadOnlyList<InterchangeReport> interchanges, DateTimeOffset at)
    {
        var text = new StringBuilder();
        foreach (var interchange in interchanges.Where(i => i.Isa.Length > 0))
        {
            var groups = interchange.Groups.Where(g => !g.IsAcknowledgement).ToList();
            var noted = interchange.WantsTa1 || interchange.Note != "000";
            if (groups.Count > 0 || noted)
            {
                new Writer(text, interchange, at).Write(groups, noted);
            }
        }

        return text.Length == 0 ? default : Encoding.UTF8.GetBytes(text.ToString());
    }

    private sealed class Writer(StringBuilder text, InterchangeReport interchange, DateTimeOffset at)
    {
        private readonly char _element = (char)interchange.Element;
        private int _segments;

        public void Write(List<GroupReport> groups, bool noted)
        {
            var isa = interchange.Isa;
            var control = isa[13].PadLeft(9, '0');
            Segment("ISA", Pad(isa[1], 2), Pad(isa[2], 10), Pad(isa[3], 2), Pad(isa[4], 10), Pad(isa[7], 2), Pad(isa[8], 15), Pad(isa[5], 2), Pad(isa[6], 15),
                Format("yyMMdd"), Format("HHmm"), isa[11], isa[12], control, "0", isa[15], ((char)interchange.Component).ToString());
            if (noted)
            {
                Segment("TA1", isa[13], isa[9], isa[10], interchange.Note == "000" ? "A" : "E", interchange.Note);
            }

            for (var i = 0; i < groups.Count; i++)
            {
                Group(groups[i], i + 1);
            }

            Segment("IEA", Number(groups.Count), control);
        }

        private void Group(GroupReport group, int number)
        {
            var version = group.Version ?? NoVersion;
            var implementation = string.CompareOrdinal(version, First999) >= 0;
            var control = number.ToString("D4", CultureInfo.InvariantCulture);
            Segment("GS", "FA", interchange.Isa[8].Trim(), interchange.Isa[6].Trim(), Format("yyyyMMdd"), Format("HHmm"), Number(number), "X", version);
            _segments = 0;
            Segment("ST", implementation ? "999" : "997", control);
            Segment("AK1", group.Function, group.Control);
            foreach (var set in group.Sets)
            {
                Set(set, implementation ? "IK" : "AK");
            }

            var accepted = group.Sets.Count(s => s.Code != 'R');
            Segment(["AK9", CodeOf(group, accepted), Number(group.Included ?? group.Sets.Count), Number(group.Sets.Count), Number(accepted), .. group.Errors.Take(5).Select(Number)]);
            Segment("SE", Number(_segments + 1), control);
            Segment("GE", "1", Number(number));
        }

        private void Set(SetReport set, string prefix)
        {
            Segment("AK2", set.Id, set.Control);
            foreach (var fault in set.Faults)
            {
                Segment($"{prefix}3", fault.Tag, Number(fault.Position), "", "8");
                Segment($"{prefix}4", Number(fault.Element), "", Number(fault.Code));
            }

            Segment([$"{prefix}5", set.Code.ToString(), .. (set.Errors.Count > 0 ? set.Errors : set.Faults.Count > 0 ? [5] : []).Take(5).Select(Number)]);
        }

        private static string CodeOf(GroupReport group, int accepted)
        {
            if (accepted < group.Sets.Count)
            {
                return accepted == 0 ? "R" : "P";
            }

            return group.Errors.Count > 0 || group.Sets.Any(s => s.Code == 'E') ? "E" : "A";
        }

        private void Segment(params ReadOnlySpan<string> elements)
        {
            _segments++;
            var last = elements.Length - 1;
            while (last > 0 && elements[last].Length == 0)
            {
                last--;
            }

            for (var i = 0; i <= last; i++)
            {
                text.Append(i == 0 ? "" : _element.ToString()).Append(elements[i]);
            }

            text.Append((char)interchange.Terminator);
            if (interchange.Terminator is not ((byte)'\n' or (byte)'\r'))
            {
                text.Append('\n');
            }
        }

        private string Format(string format) => at.ToString(format, CultureInfo.InvariantCulture);

        private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

        private static string Pad(string value, int length) => value.PadRight(length);
    }
}
