using System.Collections.Immutable;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Statuses;
using Tracking.Formats;
using Tracking.Formats.Adapters;

namespace Tracking.Silo.Api.Messages;

/// <summary>What a caller says beside the message: whose numbers these are, who decided, in which procedure.</summary>
internal sealed record MessageQuestion(string? Carrier, string? Authority, string? Number, CustomsProcedure? Procedure, Problem? Problem)
{
    public const string CarrierName = "carrier";
    public const string AuthorityName = "authority";
    public const string NumberName = "number";
    public const string ProcedureName = "procedure";

    private const string CodeRemedy = "Send 1 to 32 characters of a-z, 0-9 and the hyphen.";

    public static string[] Names { get; } = [CarrierName, AuthorityName, NumberName, ProcedureName];

    /// <summary>Reads the query; unknown names were refused before.</summary>
    public static MessageQuestion Of(IQueryCollection query)
    {
        var errors = ImmutableArray.CreateBuilder<Complaint>();
        var carrier = Take(query, CarrierName, ShipmentNumber.NormaliseCarrier, CodeRemedy, errors);
        var authority = Take(query, AuthorityName, ShipmentNumber.NormaliseCarrier, CodeRemedy, errors);
        var number = Take(query, NumberName, ShipmentNumber.NormaliseNumber, Route.NumberRemedy, errors);
        CustomsProcedure? procedure = null;
        if ((string?)query[ProcedureName] is { } text)
        {
            procedure = EnumTexts.TryParse<CustomsProcedure>(text, out var value) ? value : null;
            if (procedure is null)
            {
                errors.Add(new Complaint(ProcedureName, "is no procedure", $"Send one of {EnumTexts.Permitted<CustomsProcedure>()}."));
            }
        }

        return new(carrier, authority, number, procedure, errors.Count == 0 ? null : Problem.BadRequest("query", "Query not understood", "The query cannot be understood.", errors.ToImmutable()));
    }

    public MessageContext ContextFor(Reception reception) => new(reception) { Carrier = Carrier, Authority = Authority, Number = Number, Procedure = Procedure };

    private static string? Take(IQueryCollection query, string name, Func<string?, string?> normalise, string remedy, ImmutableArray<Complaint>.Builder errors)
    {
        if ((string?)query[name] is not { } text)
        {
            return null;
        }

        var value = normalise(text);
        if (value is null)
        {
            errors.Add(new Complaint(name, "has no permitted form", remedy));
        }

        return value;
    }
}
