import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { HoldRow } from '../generated/messages';
import { latestFirst } from '../server/merge';
import { holdsQuery } from '../server/queries';

/** The open holds that are loaded, latest placed first, and how to load more. */
export function useHolds() {
  const query = useInfiniteQuery(holdsQuery);
  const rows = useMemo<HoldRow[]>(() => query.data?.pages.flatMap((page) => page.rows).sort(latestFirst) ?? [], [query.data]);
  const more = (): void => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
  };
  return { rows, total: query.data?.pages[0]?.total ?? 0, more, loading: query.isPending, error: query.error, again: query.refetch };
}
