import { useTranslation } from 'react-i18next';
import type { HoldView } from '../generated/messages';
import { formatTime } from '../texts/format';
import { HoldKindBadge } from './HoldKindBadge';

/** A shipment's holds, open ones first. */
export function HoldList({ holds, empty }: { readonly holds: readonly HoldView[]; readonly empty: string }) {
  const { t } = useTranslation();
  if (holds.length === 0) return <p className="empty">{empty}</p>;
  return (
    <ul className="cards">
      {holds.map((hold) => (
        <li key={hold.id} className={hold.removedAt === null ? 'card open' : 'card'} data-hold={hold.id}>
          <p className="state">
            <HoldKindBadge kind={hold.kind} muted={hold.removedAt !== null} />
            <strong>{hold.authority}</strong>
            <span className={hold.removedAt === null ? '' : 'faint'}>{t(hold.removedAt === null ? 'hold.openNow' : 'hold.lifted')}</span>
          </p>
          <dl className="facts">
            {partsOf(hold).map(([name, value]) => (
              <div key={name}>
                <dt>{t(`hold.${name}`)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

type Part = 'placedAt' | 'removedAt' | 'port' | 'reason' | 'legalBasis' | 'reference' | 'order' | 'pieces';

function partsOf(hold: HoldView): readonly (readonly [Part, string])[] {
  const parts: readonly (readonly [Part, string | null])[] = [
    ['placedAt', formatTime(hold.placedAt)],
    ['removedAt', hold.removedAt && formatTime(hold.removedAt)],
    ['port', hold.port],
    ['reason', hold.reason],
    ['legalBasis', hold.legalBasis],
    ['reference', hold.reference],
    ['order', hold.order],
    ['pieces', hold.pieces.length > 0 ? hold.pieces.join(', ') : null],
  ];
  return parts.filter((part): part is readonly [Part, string] => part[1] !== null);
}
