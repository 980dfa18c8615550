import { useTranslation } from 'react-i18next';
import type { ShipmentView } from '../generated/messages';
import { ShipmentLink } from './ShipmentLink';
import { TransportBadge } from './StatusBadges';

/** The pieces of the bill. */
export function Pieces({ view }: { readonly view: ShipmentView }) {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-labelledby="pieces">
      <h2 id="pieces">
        {t('shipment.pieces')} <span className="count">{t('shipment.pieceCount', { count: view.pieceCount })}</span>
      </h2>
      {view.pieces.length > 0 && (
        <ul className="list">
          {view.pieces.map((piece) => (
            <li key={piece.number}>
              <ShipmentLink carrier={view.carrier} number={piece.number} /> <TransportBadge status={piece.status} />{' '}
              {!piece.linked && <span className="faint">{t('piece.waiting')}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
