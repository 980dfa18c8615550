import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoldRow } from '../generated/messages';
import { keyOf } from '../server/merge';
import { SellerLink } from '../sellers/SellerLink';
import { ShipmentLink } from '../shipments/ShipmentLink';
import { VirtualTable, type Column } from '../table/VirtualTable';
import { formatTime } from '../texts/format';
import { HoldKindBadge } from './HoldKindBadge';

interface Props {
  readonly rows: HoldRow[];
  readonly scroll: 'page' | 'box';
  readonly onEnd: () => void;
}

const holdKey = (hold: HoldRow): string => `${keyOf(hold)} ${hold.id}`;

/** Open holds, one a row. */
export function HoldTable({ rows, scroll, onEnd }: Props) {
  const { t } = useTranslation();
  const columns = useMemo(() => columnsOf(t), [t]);
  return (
    <VirtualTable
      label={t('hold.queue')}
      layout="holds"
      columns={columns}
      rows={rows}
      keyOf={holdKey}
      scroll={scroll}
      rowHeight={36}
      onEnd={onEnd}
      empty={t('hold.none')}
    />
  );
}

const columnsOf = (t: TFunction): Column<HoldRow>[] => [
  { id: 'placedAt', header: () => t('hold.placedAt'), cell: ({ row }) => <time dateTime={row.original.placedAt}>{formatTime(row.original.placedAt)}</time> },
  { id: 'kind', header: () => t('hold.kindLabel'), cell: ({ row }) => <HoldKindBadge kind={row.original.kind} /> },
  { id: 'shipment', header: () => t('shipment.one'), cell: ({ row }) => <ShipmentLink carrier={row.original.carrier} number={row.original.number} /> },
  { id: 'authority', header: () => t('hold.authority'), cell: ({ row }) => row.original.authority },
  { id: 'reason', header: () => t('hold.reason'), cell: ({ row }) => <Reason hold={row.original} /> },
  { id: 'port', header: () => t('hold.port'), cell: ({ row }) => row.original.port ?? <span className="faint">–</span> },
  { id: 'seller', header: () => t('shipment.seller'), cell: ({ row }) => <SellerLink seller={row.original.seller} /> },
];

function Reason({ hold }: { readonly hold: HoldRow }) {
  const text = [hold.reason, hold.legalBasis].filter((part) => part !== null).join(' · ');
  return text === '' ? <span className="faint">–</span> : <span title={text}>{text}</span>;
}
