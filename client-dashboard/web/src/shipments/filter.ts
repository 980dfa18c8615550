import { mainTransportStatuses, type ShipmentRow } from '../generated/messages';

/** A main transport status. */
export type StatusClass = (typeof mainTransportStatuses)[number];

/** What to list; every part that is set must fit. Part of the page's address. */
export interface ShipmentFilter {
  readonly status?: StatusClass;
  readonly held?: boolean;
  readonly violated?: boolean;
  readonly carrier?: string;
  readonly seller?: string;
  readonly number?: string;
}

/** The main status of any status: its words begin with it. */
export function statusClass(status: string): StatusClass {
  return mainTransportStatuses.find((main) => status === main || status.startsWith(`${main}-`)) ?? 'no-news';
}

/** Whether a row belongs into a list with this filter. */
export function fits(filter: ShipmentFilter, row: ShipmentRow): boolean {
  return (
    (filter.status === undefined || statusClass(row.status) === filter.status) &&
    (filter.held === undefined || row.openHolds > 0 === filter.held) &&
    (!filter.violated || row.violations > 0) &&
    (filter.carrier === undefined || row.carrier === filter.carrier.toLowerCase()) &&
    (filter.seller === undefined || row.seller === filter.seller) &&
    (filter.number === undefined || row.number.startsWith(normalNumber(filter.number)))
  );
}

const normalNumber = (number: string): string => number.replaceAll(' ', '').toUpperCase();

/** Reads a filter from an address; parts that say nothing useful are dropped. */
export function readFilter(search: Record<string, unknown>): ShipmentFilter {
  const text = (name: string): string | undefined => {
    const value = search[name];
    const written = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
    return written === '' ? undefined : written;
  };
  const flag = (name: string): boolean | undefined => (typeof search[name] === 'boolean' ? search[name] : undefined);
  const status = mainTransportStatuses.find((main) => main === search['status']);
  return Object.fromEntries(
    Object.entries({
      status,
      held: flag('held'),
      violated: flag('violated') || undefined,
      carrier: text('carrier'),
      // Until marketplace and account are both there, it is still being written.
      seller: /^[^/]+\/[^/]+$/.test(text('seller') ?? '') ? text('seller') : undefined,
      number: text('number'),
    }).filter(([, value]) => value !== undefined),
  ) as ShipmentFilter;
}
