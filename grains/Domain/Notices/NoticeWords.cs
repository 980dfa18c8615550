using Tracking.Contracts.Notices;
using Tracking.Domain.Cases;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Domain.Notices;

/// <summary>What is said about notices, in one place.</summary>
public static class NoticeWords
{
    /// <summary>A notice, in words.</summary>
    /// <param name="kind">The notice.</param>
    public static string Of(NoticeKind kind) => kind switch
    {
        NoticeKind.Hold => "notice of a hold",
        NoticeKind.Detention => "notice of detention",
        NoticeKind.Seizure => "notice of seizure",
        NoticeKind.AbandonmentOffer => "offer of abandonment",
        _ => "disclosure",
    };

    /// <summary>A recipient, in words.</summary>
    /// <param name="to">The recipient.</param>
    public static string Of(NoticeRecipient to) => CaseViews.Name(to).Replace('-', ' ');

    /// <summary>A notice that was issued, as the log of disclosures shows it.</summary>
    /// <param name="notice">The notice.</param>
    public static DisclosureView View(NoticeIssued notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return new DisclosureView(
            CaseViews.Name(notice.Kind),
            CaseViews.Name(notice.To),
            notice.Recipient,
            CaseViews.Name(notice.Stage),
            [.. notice.Fields.Select(f => CaseViews.Name(f))],
            notice.Reference,
            $"{notice.By.Name} of {notice.By.Organisation}",
            notice.At.ToDateTimeOffset());
    }
}
