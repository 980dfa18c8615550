using System.Globalization;
using Tracking.Formats;
using Tracking.Formats.Epcis;
using Tracking.Journal.Epcis;

namespace Tracking.Silo.Api.Epcis;

/// <summary>A question of the simple event query, as a URL asks it.</summary>
internal sealed class EventQuestion
{
    /// <summary>Values of one parameter.</summary>
    private const int MostValues = 200;

    private const string TransactionName = "EQ_bizTransaction_";

    private static readonly Dictionary<string, EventWordKind> Words = new(StringComparer.Ordinal)
    {
        ["eventType"] = EventWordKind.Type,
        ["EQ_action"] = EventWordKind.Action,
        ["EQ_bizStep"] = EventWordKind.Step,
        ["EQ_disposition"] = EventWordKind.Disposition,
        ["EQ_readPoint"] = EventWordKind.ReadPoint,
        ["EQ_bizLocation"] = EventWordKind.Location,
    };

    private static readonly Dictionary<string, EventNameRoles> Names = new(StringComparer.Ordinal)
    {
        ["MATCH_epc"] = EventNameRoles.Object,
        ["MATCH_anyEPC"] = EventNameRoles.AnyEpc,
        ["MATCH_parentID"] = EventNameRoles.Parent,
        ["MATCH_inputEPC"] = EventNameRoles.Input,
        ["MATCH_outputEPC"] = EventNameRoles.Output,
        ["EQ_bizTransaction"] = EventNameRoles.Transaction,
    };

    private readonly ImmutableArray<Complaint>.Builder _errors = ImmutableArray.CreateBuilder<Complaint>();
    private long _left = long.MaxValue;

    private EventQuestion(EventQuery query) => Query = query;

    /// <summary>The question, for one event more than a page has.</summary>
    public EventQuery Query { get; private set; }

    /// <summary>Events of a page.</summary>
    public int PerPage { get; private set; }

    public ImmutableArray<Complaint> Errors => _errors.ToImmutable();

    /// <summary>The parameters that are known, for the description.</summary>
    public static IEnumerable<string> Known =>
    [
        .. Words.Keys, .. Names.Keys.Where(n => n != "EQ_bizTransaction"), TransactionName + "{type}", "EQ_eventID", "EXISTS_errorDeclaration", "GE_eventTime", "LT_eventTime",
        "GE_recordTime", "LT_recordTime", "orderBy", "orderDirection", "eventCountLimit", PageQuestion.PerPageName, PageQuestion.TokenName,
    ];

    /// <summary>Reads a question.</summary>
    /// <param name="query">The parameters.</param>
    /// <param name="owner">Whose events; null for all.</param>
    /// <param name="collection">Of a collection's member: the collection; null for none.</param>
    /// <param name="member">The member.</param>
    public static EventQuestion Of(IQueryCollection query, string? owner, string? collection, string? member)
    {
        var question = new EventQuestion(new EventQuery { Owner = owner, Max = 0 });
        foreach (var (name, values) in query)
        {
            question.Read(name, [.. values.SelectMany(v => v!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))]);
        }

        if (collection is not null)
        {
            question.Read(ParameterOf(collection), [member!]);
        }

        question.ReadPage(PageQuestion.Of(query, []));
        return question;
    }

    /// <summary>The token of the page after a whole one; null where there is none.</summary>
    /// <param name="last">The last event of the page.</param>
    /// <param name="hasMore">Whether there are more.</param>
    public string? NextToken(FoundEvent last, bool hasMore)
    {
        var left = _left - PerPage;
        return hasMore && left > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{(Query.ByEventTime ? last.EventTime : last.RecordTime)}.{last.Sequence}.{(_left == long.MaxValue ? 0 : left)}")
            : null;
    }

    private static string ParameterOf(string collection) => collection switch
    {
        "eventTypes" => "eventType",
        "epcs" => "MATCH_anyEPC",
        "bizSteps" => "EQ_bizStep",
        "bizLocations" => "EQ_bizLocation",
        "readPoints" => "EQ_readPoint",
        _ => "EQ_disposition",
    };

    private void Read(string name, ImmutableArray<string> values)
    {
        if (name is PageQuestion.PerPageName or PageQuestion.TokenName)
        {
            return;
        }

        if (values.IsEmpty || values.Length > MostValues || values.Any(v => v.Contains('\0', StringComparison.Ordinal)))
        {
            _errors.Add(new Complaint(name, $"has no value, more than {MostValues}, or a NUL", "Send one value, or several with commas between."));
        }
        else if (Words.TryGetValue(name, out var kind))
        {
            Query = Query with { Words = Query.Words.Add(new EventWords(kind, [.. values.Select(v => kind is EventWordKind.Step or EventWordKind.Disposition ? EpcisNames.Short(v) : v)])) };
        }
        else if (Names.TryGetValue(name, out var roles))
        {
            Find(name, roles, values, EpcisNames.Of);
        }
        else if (name.StartsWith(TransactionName, StringComparison.Ordinal))
        {
            Find(name, EventNameRoles.Transaction, values, v => EpcisNames.Transaction(name[TransactionName.Length..], v));
        }
        else
        {
            ReadOther(name, values);
        }
    }

    private void Find(string name, EventNameRoles roles, ImmutableArray<string> values, Func<string, string> form)
    {
        if (values.Any(v => v.Contains("idpat", StringComparison.Ordinal) || v.Contains('*', StringComparison.Ordinal)))
        {
            _errors.Add(new Complaint(name, "has a pattern, which is not followed here", "Send whole EPCs, as URN or Digital Link."));
            return;
        }

        Query = Query with { Names = Query.Names.Add(new EventNames(roles, [.. values.Select(v => EventName.HashOf(form(v))).Distinct()])) };
    }

    private void ReadOther(string name, ImmutableArray<string> values)
    {
        var value = values[0];
        switch (name)
        {
            case "EQ_eventID":
                Query = Query with { Ids = values };
                break;
            case "GE_eventTime":
                Query = Query with { FromEventTime = Time(name, value) };
                break;
            case "LT_eventTime":
                Query = Query with { BeforeEventTime = Time(name, value) };
                break;
            case "GE_recordTime":
                Query = Query with { FromRecordTime = Time(name, value) };
                break;
            case "LT_recordTime":
                Query = Query with { BeforeRecordTime = Time(name, value) };
                break;
            case "EXISTS_errorDeclaration":
                Query = Query with { OnlyErrors = true };
                break;
            case "orderBy" when value is "eventTime" or "recordTime":
                Query = Query with { ByEventTime = value == "eventTime" };
                break;
            case "orderDirection" when value is "ASC" or "DESC":
                Query = Query with { Descending = value == "DESC" };
                break;
            case "eventCountLimit" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0:
                _left = limit;
                break;
            case "orderBy" or "orderDirection" or "eventCountLimit":
                _errors.Add(new Complaint(name, "has a value that is not known", "Send orderBy=eventTime or recordTime, orderDirection=ASC or DESC, eventCountLimit from 1."));
                break;
            default:
                _errors.Add(new Complaint(name, "is not followed here", $"Followed are {string.Join(", ", Known)}."));
                break;
        }
    }

    private long? Time(string name, string text)
    {
        // A plus sign that nobody escaped comes as a blank.
        if (EpcisNames.TimeFault(text.Replace(' ', '+'), out var microseconds) is { } fault)
        {
            _errors.Add(new Complaint(name, fault, "Send it like 2026-03-01T14:05:00-06:00."));
            return null;
        }

        return microseconds;
    }

    private void ReadPage(PageQuestion page)
    {
        _errors.AddRange(page.Errors);
        if (page.Token is { } token)
        {
            long[] parts = [.. token.Split('.').Select(p => long.TryParse(p, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : -1)];
            if (parts is [var time, var sequence, var left] && sequence > 0 && left >= 0)
            {
                Query = Query with { After = new EventPlace(time, sequence) };
                _left = left == 0 ? long.MaxValue : left;
            }
            else
            {
                _errors.Add(PageQuestion.BadToken);
            }
        }

        PerPage = (int)Math.Min(page.PerPage, _left);
        Query = Query with { Max = PerPage + 1 };
    }
}
