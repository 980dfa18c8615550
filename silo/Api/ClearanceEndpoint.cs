using System.Collections.Immutable;
using System.Text.Json;
using Tracking.Contracts.Clearance;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Shipments;
using Tracking.Formats;
using Tracking.Formats.Json;
using Tracking.Grains.Shipments;
using Tracking.Silo.Ingest;
using Tracking.Silo.Partners;
using Tracking.Silo.Proofs;

namespace Tracking.Silo.Api;

/// <summary>Answers the belt: may it move on?</summary>
/// <remarks>A shipment that cannot be reached is <i>unknown</i>, and never an error: the carrier has a standing choice for that.</remarks>
internal sealed class ClearanceEndpoint(IGrainFactory grains, IResidentShipments residents, ClearanceProofs proofs, TimeProvider time)
{
    public const string Query = "for";

    /// <summary>The query parameter that asks for a signed answer.</summary>
    public const string Proof = "proof";

    public async Task OneAsync(HttpContext context, Partner partner)
    {
        if (Route.Number(context) is not { } number)
        {
            await Route.NoNumber.SendAsync(context);
            return;
        }

        if (!EnumTexts.TryParse<ClearancePurpose>(context.Request.Query[Query], out var purpose))
        {
            await NoPurpose.SendAsync(context);
            return;
        }

        var (isProven, problem) = AsksForProof(context.Request.Query);
        if (problem is not null)
        {
            await problem.SendAsync(context);
            return;
        }

        if (!partner.MayAskAbout(number))
        {
            await Route.NotYours(number.Carrier, partner.Rights).SendAsync(context);
            return;
        }

        var question = new ClearanceQuestion(number, purpose, partner.Actor);
        var answer = residents.TryClear(question) ?? await CallAsync(question);
        await JsonAnswer.SendAsync(context, JsonAnswer.MediaType, writer => ClearanceAnswers.Write(writer, answer, isProven ? proofs.Prove(answer, partner) : null));
    }

    public async Task ListAsync(HttpContext context, Partner partner)
    {
        var (body, problem) = await WholeBody.ReadAsync(context, $"Send at most {ClearanceList.MostNumbers} numbers at once.");
        ClearanceList? list = null;
        if (body is not null)
        {
            (list, problem) = ClearanceList.Read(body.WrittenMemory);
        }

        if (list is null)
        {
            await problem!.SendAsync(context);
            return;
        }

        var answers = await AskAllAsync(list, partner);
        await JsonAnswer.SendAsync(context, JsonAnswer.MediaType, writer => Write(writer, list, answers, partner));
    }

    private static Problem NoPurpose { get; } = Problem.BadRequest(
        "purpose",
        "Purpose missing or not known",
        $"Say what for: ?{Query}= one of {EnumTexts.Permitted<ClearancePurpose>()}.",
        new Complaint(Query, "is missing or not a permitted text", $"Permitted are {EnumTexts.Permitted<ClearancePurpose>()}."));

    private (bool IsProven, Problem? Problem) AsksForProof(IQueryCollection query)
    {
        if (!query.TryGetValue(Proof, out var text))
        {
            return (false, null);
        }

        return text.ToString() switch
        {
            "false" => (false, null),
            "true" when proofs.AreOffered => (true, null),
            "true" => (false, NoProofs),
            _ => (false, Problem.BadRequest("query", "Query not understood", $"{Proof} is neither true nor false.", new Complaint(Proof, "is not known", "Send true or false."))),
        };
    }

    private static Problem NoProofs { get; } = Problem.BadRequest(
        "no-proofs", "Answers are not signed here", "Whoever operates this has configured no key to sign with.", new Complaint(Proof, "is not offered here", "Leave it out."));

    private static void Write(Utf8JsonWriter writer, ClearanceList list, ClearanceAnswer?[] answers, Partner partner)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("answers"u8);
        for (var i = 0; i < answers.Length; i++)
        {
            if (answers[i] is { } answer)
            {
                ClearanceAnswers.Write(writer, answer);
                continue;
            }

            var complaint = list.Numbers[i].Number is { } number
                ? new Complaint($"/numbers/{i}", $"belongs to {number.Carrier}, for which this key may not ask", $"Use the key of {number.Carrier} or of an authority. This key speaks for {partner.Rights}.")
                : list.Numbers[i].Complaint;
            writer.WriteStartObject();
            writer.WritePropertyName("errors"u8);
            JsonAnswer.Write(writer, [complaint]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Asks about all at once (at most as many as a list may have); null for a number that may not be asked about.</summary>
    private async Task<ClearanceAnswer?[]> AskAllAsync(ClearanceList list, Partner partner)
    {
        var answers = new ClearanceAnswer?[list.Numbers.Length];
        var calls = new List<(int Index, Task<ClearanceAnswer> Answer)>();
        for (var i = 0; i < answers.Length; i++)
        {
            if (list.Numbers[i].Number is { } number && partner.MayAskAbout(number))
            {
                var question = new ClearanceQuestion(number, list.Purpose, partner.Actor);
                answers[i] = residents.TryClear(question);
                if (answers[i] is null)
                {
                    calls.Add((i, CallAsync(question)));
                }
            }
        }

        foreach (var (index, answer) in calls)
        {
            answers[index] = await answer;
        }

        return answers;
    }

    private async Task<ClearanceAnswer> CallAsync(ClearanceQuestion question)
    {
        try
        {
            return await grains.GetGrain<IShipmentGrain>(question.Number.ToString()).ClearAsync(question);
        }
        catch (Exception exception) when (Transient.Is(exception))
        {
            var reason = new ClearanceReason(
                ClearanceRow.NotFenced, ClearanceVerdict.Unknown, LiftedBy: null, Hold: null, "The shipment cannot be reached now.", ImmutableArray<string>.Empty);
            return new ClearanceAnswer(question.Number, question.Purpose, ClearanceVerdict.Unknown, [reason], 1, 0, 0, time.GetUtcNow(), 0);
        }
    }
}
