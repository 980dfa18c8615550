using Tracking.Domain.Clocks;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Domain.Notices;

/// <summary>What an issued notice tells the clocks of its hold: the authority said it, with its reference.</summary>
public static class NoticeFacts
{
    /// <summary>The facts, as far as the rule set knows them.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="ruleSet">The rule set of the hold.</param>
    public static IEnumerable<ClockFact> Of(NoticeIssued notice, RuleSet ruleSet)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(ruleSet);
        return NoticeTable.Of(notice.Kind).Facts
            .Where(f => (f.Stage ?? notice.Stage) == notice.Stage && ruleSet.Term(f.Name) is not null)
            .Select(f => new ClockFact(f.Name, ClockTime.Of(notice.At.Microseconds)) { Evidence = notice.Reference });
    }
}
