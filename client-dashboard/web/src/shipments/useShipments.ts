import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { ShipmentRow } from '../generated/messages';
import { mergeNewest } from '../server/merge';
import { newestShipmentsQuery, shipmentsQuery } from '../server/queries';
import type { ShipmentFilter } from './filter';

/** The shipments that fit a filter, as far as loaded; new ones come in on top while the top is on the screen. */
export function useShipments(filter: ShipmentFilter) {
  const client = useQueryClient();
  const [atTop, setAtTop] = useState(true);
  const query = useInfiniteQuery(shipmentsQuery(filter));
  const loaded = query.isSuccess;
  const newest = useQuery({ ...newestShipmentsQuery(filter), enabled: atTop && loaded });

  useEffect(() => {
    if (newest.data) mergeNewest(client, filter, newest.data);
    // A filter is a plain value: its text, not its identity, says whether it is another one.
  }, [client, newest.data, JSON.stringify(filter)]);

  const rows = useMemo<ShipmentRow[]>(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data]);
  const more = (): void => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
  };
  return {
    rows,
    more,
    setAtTop,
    loading: query.isPending,
    loadingMore: query.isFetchingNextPage,
    complete: loaded && !query.hasNextPage,
    error: query.error,
    again: query.refetch,
  };
}
