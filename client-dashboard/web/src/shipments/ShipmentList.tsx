import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShipmentRow } from '../generated/messages';
import { useWatch } from '../server/live';
import { keyOf } from '../server/merge';
import { ErrorPanel } from '../shell/ErrorPanel';
import { Loading } from '../shell/Loading';
import { formatNumber } from '../texts/format';
import { ShipmentFilters } from './ShipmentFilters';
import { ShipmentTable } from './ShipmentTable';
import type { ShipmentFilter } from './filter';
import { useShipments } from './useShipments';

interface Props {
  readonly filter: ShipmentFilter;
  /** Parts of the filter that the screen sets and the officer cannot change. */
  readonly fixed?: ShipmentFilter;
  readonly onFilter: (filter: ShipmentFilter) => void;
  readonly title?: string;
}

/** The live list of shipments with its filters. */
export function ShipmentList({ filter, fixed = {}, onFilter, title }: Props) {
  const { t } = useTranslation();
  const { rows, more, setAtTop, loading, loadingMore, complete, error, again } = useShipments({ ...filter, ...fixed });
  const [shown, setShown] = useState<readonly string[]>([]);
  useWatch(shown);

  const onShown = (visible: readonly ShipmentRow[]): void => {
    setShown(visible.map(keyOf));
    setAtTop(visible[0] === undefined || visible[0] === rows[0]);
  };
  const filtered = Object.keys(filter).length > 0;

  return (
    <section className="panel" aria-labelledby="shipment-list">
      <h2 id="shipment-list">
        {title ?? t('shipment.list')} <span className="count">{t('shipment.loaded', { number: formatNumber(rows.length) })}</span>
      </h2>
      <ShipmentFilters filter={filter} withoutSeller={fixed.seller !== undefined} onFilter={onFilter} />
      {error ? (
        <ErrorPanel error={error} reset={() => void again()} />
      ) : loading ? (
        <Loading />
      ) : (
        <>
          <ShipmentTable rows={rows} onShown={onShown} onEnd={more} empty={t(filtered ? 'shipment.none' : 'shipment.noneYet')} />
          {rows.length > 0 && <p className="end">{loadingMore ? t('shipment.more') : complete ? t('shipment.end') : ''}</p>}
        </>
      )}
    </section>
  );
}
