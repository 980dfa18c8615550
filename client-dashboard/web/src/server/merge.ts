import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { HoldPage, HoldRow, LiveChange, LiveFrame, ShipmentPage, ShipmentRow, ShipmentView } from '../generated/messages';
import { fits, type ShipmentFilter } from '../shipments/filter';

type Holds = InfiniteData<HoldPage, string | null>;
type Shipments = InfiniteData<ShipmentPage, string | null>;

/**
 * The latest changes. A list that was read before a change, but arrives after it, would hide it: what came while a
 * list was on its way is therefore laid over it.
 */
const latest: LiveChange[] = [];
const kept = 2_000;
let seen = 0;

/** How many changes have come so far: to be noted before a list is asked for. */
export const changesSeen = (): number => seen;

function changesSince(before: number): readonly LiveChange[] {
  const count = Math.min(seen - before, latest.length);
  return count === 0 ? [] : latest.slice(-count);
}

/** Carrier and number in one text. */
export const keyOf = (row: { readonly carrier: string; readonly number: string }): string => `${row.carrier}/${row.number}`;

/** Lays the changes that came since over a page of the hold queue. */
export function applyMissedToHolds(page: HoldPage, before: number): HoldPage {
  return changesSince(before).reduce((result, change) => replaceHolds(result, change, true), page);
}

/** Lays the changes that came since over a page of shipments. */
export function applyMissedToShipments(page: ShipmentPage, before: number): ShipmentPage {
  return { ...page, rows: replaceRows(page.rows, changesSince(before).map((change) => change.row)) };
}

/** Takes a frame over into everything that the page has loaded. */
export function applyFrame(client: QueryClient, frame: LiveFrame): void {
  if (frame.resync) {
    void client.invalidateQueries();
    return;
  }
  for (const change of frame.changes) {
    latest.push(change);
    seen++;
  }
  latest.splice(0, latest.length - kept);
  if (frame.changes.length > 0) mergeHolds(client, frame.changes);
  const rows = [...frame.changes.map((change) => change.row), ...frame.rows];
  if (rows.length > 0) mergeRows(client, rows);
}

function mergeHolds(client: QueryClient, changes: readonly LiveChange[]): void {
  client.setQueriesData<Holds>({ queryKey: ['holds'] }, (data) =>
    data && {
      ...data,
      pages: changes.reduce(
        (pages, change) => pages.map((page, index) => replaceHolds(page, change, index === 0)),
        data.pages as readonly HoldPage[],
      ) as HoldPage[],
    },
  );
}

function replaceHolds(page: HoldPage, change: LiveChange, takesNew: boolean): HoldPage {
  const key = keyOf(change.row);
  const others = page.rows.filter((hold) => keyOf(hold) !== key);
  const added = takesNew ? change.holds : [];
  if (others.length === page.rows.length && added.length === 0) return page;
  const total = page.total - (page.rows.length - others.length) + added.length;
  return { ...page, rows: [...added, ...others].sort(latestFirst), total: Math.max(0, total) };
}

/** The order of the hold queue. */
export const latestFirst = (a: HoldRow, b: HoldRow): number =>
  Date.parse(b.placedAt) - Date.parse(a.placedAt) || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);

function mergeRows(client: QueryClient, rows: readonly ShipmentRow[]): void {
  for (const [key, data] of client.getQueriesData<Shipments>({ queryKey: ['shipments'] })) {
    const filter = key[1] as ShipmentFilter;
    if (!data) continue;
    const pages = data.pages.map((page) => ({ ...page, rows: replaceRows(page.rows, rows).filter((row) => fits(filter, row)) }));
    client.setQueryData<Shipments>(key, { ...data, pages });
  }
  const newest = new Map(rows.map((row) => [keyOf(row), row]));
  for (const [key, view] of client.getQueriesData<ShipmentView>({ queryKey: ['shipment'] })) {
    const row = view && newest.get(keyOf(view));
    if (row && row.version > view.version) void client.invalidateQueries({ queryKey: key });
  }
}

function replaceRows(rows: readonly ShipmentRow[], newer: readonly ShipmentRow[]): readonly ShipmentRow[] {
  const byKey = new Map<string, ShipmentRow>();
  for (const row of newer) {
    const known = byKey.get(keyOf(row));
    if (!known || known.version < row.version) byKey.set(keyOf(row), row);
  }
  return rows.map((row) => {
    const fresh = byKey.get(keyOf(row));
    return fresh && fresh.version > row.version ? fresh : row;
  });
}

/** Lays the newest shipments over the top of a list; a list that they do not touch any more begins anew. */
export function mergeNewest(client: QueryClient, filter: ShipmentFilter, newest: ShipmentPage): void {
  client.setQueryData<Shipments>(['shipments', filter], (data) => {
    const first = data?.pages[0];
    if (!data || !first) return data;
    const known = new Map(data.pages.flatMap((page) => page.rows).map((row) => [keyOf(row), row]));
    const top = newest.rows.map((row) => newerOf(row, known.get(keyOf(row))));
    const inTop = new Set(top.map(keyOf));
    const touches = newest.next === null || top.some((row) => known.has(keyOf(row)));
    if (!touches) return { pages: [newest], pageParams: [null] };
    const pages = data.pages.map((page) => ({ ...page, rows: page.rows.filter((row) => !inTop.has(keyOf(row))) }));
    return { ...data, pages: [{ ...first, rows: [...top, ...(pages[0]?.rows ?? [])] }, ...pages.slice(1)] };
  });
}

const newerOf = (row: ShipmentRow, known: ShipmentRow | undefined): ShipmentRow =>
  known && known.version > row.version ? known : row;
