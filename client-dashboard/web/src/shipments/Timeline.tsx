import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Decision, Fact, Scan, TimelineEntry } from '../generated/messages';
import { formatReported, formatTime } from '../texts/format';

/** Every fact in the one total order, newest first; replaced ones stay readable. */
export function Timeline({ bill, entries }: { readonly bill: string; readonly entries: readonly TimelineEntry[] }) {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-labelledby="timeline">
      <h2 id="timeline">
        {t('timeline.label')} <span className="count">{t('timeline.newestFirst')}</span>
      </h2>
      {entries.length === 0 && <p className="empty">{t('timeline.none')}</p>}
      <ol className="timeline">
        {[...entries].reverse().map((entry) => (
          <li key={`${entry.version} ${entry.id}`} className={`${entry.fact?.type ?? 'note'} ${entry.replacedBy === null ? '' : 'replaced'}`} data-entry={entry.id}>
            <Entry bill={bill} entry={entry} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Entry({ bill, entry }: { readonly bill: string; readonly entry: TimelineEntry }) {
  const { t } = useTranslation();
  const { fact } = entry;
  const details = fact ? detailsOf(t, fact) : [];
  return (
    <>
      <time dateTime={entry.occurredAt}>{formatReported(entry.occurredAt)}</time>
      <div>
        <strong>{fact ? titleOf(t, fact) : (entry.note ?? t('timeline.note'))}</strong>
        {fact && fact.number.number !== bill && <span className="number"> {fact.number.number}</span>}
        {details.length > 0 && <div>{details.join(' · ')}</div>}
        {fact && entry.note !== null && <div>{entry.note}</div>}
        <div className="faint">
          {fact && <>{fact.source} · </>}
          {t('timeline.received', { time: formatTime(entry.receivedAt) })} · {t('timeline.by', { who: `${entry.by.organisation}/${entry.by.name}` })}
          {entry.replacedBy !== null && <> · {t('timeline.replaced', { id: entry.replacedBy })}</>}
        </div>
      </div>
    </>
  );
}

function titleOf(t: TFunction, fact: Fact): string {
  if (fact.withdraws) return t('timeline.withdrawn', { id: fact.corrects ?? '' });
  switch (fact.type) {
    case 'scan':
      return t(`transport.${fact.status}`);
    case 'decision':
      return t(`decision.${fact.kind}`);
    case 'manifest':
      return t('timeline.manifest');
    case 'dispatch':
      return t('timeline.dispatch', { seller: `${fact.seller.marketplace}/${fact.seller.account}` });
  }
}

function detailsOf(t: TFunction, fact: Fact): readonly string[] {
  const correction = fact.corrects !== null && !fact.withdraws ? t('timeline.corrects', { id: fact.corrects }) : null;
  const own = fact.type === 'scan' ? scanDetails(t, fact) : fact.type === 'decision' ? decisionDetails(t, fact) : [];
  const carried =
    fact.type === 'manifest'
      ? [fact.masterBill && t('timeline.masterBill', { bill: fact.masterBill }), fact.conveyance && t('timeline.conveyance', { conveyance: fact.conveyance })]
      : [];
  return [...own, ...carried, correction].filter((part): part is string => typeof part === 'string' && part !== '');
}

const scanDetails = (t: TFunction, scan: Scan): readonly (string | null)[] => [
  scan.place && (scan.place.locode ?? [scan.place.country, scan.place.postalCode].filter((part) => part !== null).join(' ')),
  scan.text,
  scan.code,
  scan.customs === 'none' ? null : t(`customs.report.${scan.customs}`),
  scan.weightKg !== null ? t('timeline.weight', { weight: scan.weightKg }) : null,
  scan.container && t('timeline.container', { container: scan.container }),
  scan.masterBill && t('timeline.masterBill', { bill: scan.masterBill }),
];

const decisionDetails = (t: TFunction, decision: Decision): readonly (string | null)[] => [
  `${decision.territory} ${t(`customs.procedure.${decision.procedure}`).toLowerCase()}`,
  decision.hold?.kind ? t(`hold.kind.${decision.hold.kind}`) : null,
  decision.code,
  decision.text,
  decision.hold?.reason ?? null,
  decision.hold?.legalBasis ?? null,
  decision.hold?.reference ?? null,
  decision.hold?.port ?? null,
  decision.pieces.length > 0 ? decision.pieces.join(', ') : null,
];
