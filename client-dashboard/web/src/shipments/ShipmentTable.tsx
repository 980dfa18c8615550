import { Badge } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShipmentRow } from '../generated/messages';
import { keyOf } from '../server/merge';
import { SellerLink } from '../sellers/SellerLink';
import { VirtualTable, type Column } from '../table/VirtualTable';
import { countryName, formatTime } from '../texts/format';
import { ShipmentLink } from './ShipmentLink';
import { CustomsBadge, TransportBadge } from './StatusBadges';

interface Props {
  readonly rows: ShipmentRow[];
  readonly onShown: (rows: readonly ShipmentRow[]) => void;
  readonly onEnd: () => void;
  readonly empty: string;
}

/** Shipments, one a row. */
export function ShipmentTable({ rows, onShown, onEnd, empty }: Props) {
  const { t } = useTranslation();
  const columns = useMemo(() => columnsOf(t), [t]);
  return (
    <VirtualTable
      label={t('shipment.list')}
      layout="shipments"
      columns={columns}
      rows={rows}
      keyOf={keyOf}
      scroll="page"
      rowHeight={38}
      rowClass={(row) => (row.openHolds > 0 ? 'held' : '')}
      onShown={onShown}
      onEnd={onEnd}
      empty={empty}
    />
  );
}

const columnsOf = (t: TFunction): Column<ShipmentRow>[] => [
  { id: 'shipment', header: () => t('shipment.number'), cell: ({ row }) => <ShipmentLink carrier={row.original.carrier} number={row.original.number} /> },
  { id: 'status', header: () => t('shipment.status'), cell: ({ row }) => <TransportBadge status={row.original.status} /> },
  { id: 'customs', header: () => t('shipment.customs'), cell: ({ row }) => <CustomsBadge status={row.original.customs} /> },
  { id: 'marks', header: () => t('shipment.holds'), cell: ({ row }) => <Marks row={row.original} /> },
  { id: 'seller', header: () => t('shipment.seller'), cell: ({ row }) => <SellerLink seller={row.original.seller} /> },
  { id: 'route', header: () => t('shipment.route'), cell: ({ row }) => <Route row={row.original} /> },
  { id: 'place', header: () => t('shipment.place'), cell: ({ row }) => row.original.place ?? <span className="faint">–</span> },
  {
    id: 'lastAt',
    header: () => t('shipment.lastAt'),
    cell: ({ row }) => <LastAt row={row.original} />,
  },
];

// A new key begins the short glow anew: the eye sees which rows moved. What was there from the start does not glow.
function LastAt({ row }: { readonly row: ShipmentRow }) {
  const first = useRef(row.version);
  return (
    <time key={row.version} className={row.version > first.current ? 'moved' : ''} dateTime={row.lastAt}>
      {formatTime(row.lastAt)}
    </time>
  );
}

function Route({ row }: { readonly row: ShipmentRow }) {
  if (!row.origin && !row.destination) return <span className="faint">–</span>;
  const name = (code: string | null): string => (code ? countryName(code) : '?');
  return (
    <span title={`${name(row.origin)} → ${name(row.destination)}`}>
      {row.origin ?? '?'} → {row.destination ?? '?'}
    </span>
  );
}

function Marks({ row }: { readonly row: ShipmentRow }) {
  const { t } = useTranslation();
  if (row.openHolds + row.violations + row.discrepancies === 0) return <span className="faint">–</span>;
  return (
    <span className="marks">
      {row.openHolds > 0 && (
        <Badge color="orange" variant="filled" autoContrast tt="none">
          {t('shipment.openHolds', { count: row.openHolds })}
        </Badge>
      )}
      {row.violations > 0 && (
        <Badge color="red" variant="filled" tt="none">
          {t('shipment.violations', { count: row.violations })}
        </Badge>
      )}
      {row.discrepancies > 0 && (
        <Badge color="yellow" variant="light" tt="none">
          {t('shipment.discrepancies', { count: row.discrepancies })}
        </Badge>
      )}
    </span>
  );
}
