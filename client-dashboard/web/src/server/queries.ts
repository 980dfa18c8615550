import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { HoldPage, Overview, SellerView, ShipmentPage, ShipmentView } from '../generated/messages';
import type { ShipmentFilter } from '../shipments/filter';
import { asPath, read, withQuery } from './http';
import { applyMissedToHolds, applyMissedToShipments, changesSeen } from './merge';

const holdsPerPage = 200;
const shipmentsPerPage = 100;
const shipmentsAtTop = 50;

/** Mode, counters and the position to listen from. */
export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: ({ signal }) => read<Overview>('/api/overview', signal),
  staleTime: Infinity,
});

/** The hold queue, latest placed first. */
export const holdsQuery = infiniteQueryOptions({
  queryKey: ['holds'],
  queryFn: async ({ pageParam, signal }) => {
    const before = changesSeen();
    const page = await read<HoldPage>(withQuery('/api/holds', { after: pageParam, limit: holdsPerPage }), signal);
    return applyMissedToHolds(page, before);
  },
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});

/** Shipments that fit a filter, newest first. */
export const shipmentsQuery = (filter: ShipmentFilter) =>
  infiniteQueryOptions({
    queryKey: ['shipments', filter],
    queryFn: async ({ pageParam, signal }) => {
      const before = changesSeen();
      const page = await read<ShipmentPage>(withQuery('/api/shipments', { ...filter, after: pageParam, limit: shipmentsPerPage }), signal);
      return applyMissedToShipments(page, before);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

/** The newest shipments that fit a filter: asked for again and again while the top of the list is on the screen. */
export const newestShipmentsQuery = (filter: ShipmentFilter) =>
  queryOptions({
    queryKey: ['newest-shipments', filter],
    queryFn: ({ signal }) => read<ShipmentPage>(withQuery('/api/shipments', { ...filter, limit: shipmentsAtTop }), signal),
    refetchInterval: 1_500,
    gcTime: 0,
  });

/** One shipment with everything known. */
export const shipmentQuery = (carrier: string, number: string) =>
  queryOptions({
    queryKey: ['shipment', carrier, number],
    queryFn: ({ signal }) => read<ShipmentView>(`/api/shipments/${asPath(`${carrier}/${number}`)}`, signal),
  });

/** One seller with his counts. */
export const sellerQuery = (marketplace: string, account: string) =>
  queryOptions({
    queryKey: ['seller', marketplace, account],
    queryFn: ({ signal }) => read<SellerView>(`/api/sellers/${asPath(`${marketplace}/${account}`)}`, signal),
    refetchInterval: 1_500,
  });
