import type { TFunction } from 'i18next';
import { decisionKindWords, transportStatusWords, type DecisionKind, type Headline, type TransportStatus } from '../generated/messages';

const decisions: ReadonlySet<string> = new Set(decisionKindWords);
const statuses: ReadonlySet<string> = new Set(transportStatusWords);
const isDecision = (word: string): word is DecisionKind => decisions.has(word);
const isStatus = (word: string): word is TransportStatus => statuses.has(word);

type OwnHeadline = Exclude<Headline, DecisionKind | `scan-${TransportStatus}`>;

/** The sentence for a change's headline. A word that is newer than this page is shown as it is. */
export function headlineText(t: TFunction, headline: string): string {
  if (isDecision(headline)) return t(`decision.${headline}`);
  const status = headline.startsWith('scan-') ? headline.slice('scan-'.length) : '';
  if (isStatus(status)) return t(`transport.${status}`);
  return t(`headline.${headline as OwnHeadline}`, { defaultValue: headline });
}
