using Tracking.Contracts.Facts;
using Tracking.Formats;
using Tracking.Silo.Ingest;

namespace Tracking.Silo.Api.Messages;

/// <summary>What became of the facts of one message.</summary>
internal sealed class MessageOutcome
{
    private readonly List<Complaint> _rejections = [];

    public int Accepted { get; private set; }

    public int Duplicates { get; private set; }

    public int Rejected { get; private set; }

    /// <summary>How many of the rejected ones speak for others than their sender may.</summary>
    public int NotEntitled { get; private set; }

    /// <summary>Whether some could not be made durable now.</summary>
    public bool Busy { get; private set; }

    /// <summary>Why facts were rejected; the first ones.</summary>
    public IReadOnlyList<Complaint> Rejections => _rejections;

    public void Add(Fact fact, in IntakeItem item)
    {
        switch (item.Outcome.Result)
        {
            case FactResult.Accepted:
                Accepted++;
                break;
            case FactResult.Duplicate:
                Duplicates++;
                break;
            default:
                Reject(fact, item);
                break;
        }
    }

    private void Reject(Fact fact, in IntakeItem item)
    {
        Busy |= item.Outcome.Refusal == FactRefusal.Busy;
        Rejected++;
        NotEntitled += item.Outcome.Refusal == FactRefusal.NotEntitled ? 1 : 0;
        if (_rejections.Count < MessageAnswer.MostShown)
        {
            var refusal = Refusals.Of(item.Outcome.Refusal);
            _rejections.Add(new Complaint(fact.Evidence?.Where ?? "", $"{fact.Number}: {refusal.Message}", refusal.Remedy));
        }
    }
}
