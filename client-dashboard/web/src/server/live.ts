import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useId, useSyncExternalStore } from 'react';
import { mostWatched, type LiveChange, type LiveCounters, type Overview } from '../generated/messages';
import { LiveFeed, type Connection } from './liveFeed';
import { applyFrame } from './merge';

/** A value that components can listen to. */
class Told<T> {
  private readonly listeners = new Set<() => void>();

  constructor(private value: T) {}

  readonly get = (): T => this.value;

  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  set(value: T): void {
    this.value = value;
    this.listeners.forEach((listener) => listener());
  }
}

const connection = new Told<Connection>({ kind: 'connecting' });
const counters = new Told<LiveCounters | null>(null);
const latestChange = new Told<LiveChange | null>(null);
const watchers = new Map<string, readonly string[]>();
let feed: LiveFeed | undefined;
let watchTimer: number | undefined;

/** Begins to listen from where the overview was read. */
export function listen(client: QueryClient, overview: Overview): () => void {
  counters.set(overview.counters);
  const own = new LiveFeed(
    overview.position,
    (frame) => {
      applyFrame(client, frame);
      if (frame.counters) counters.set(frame.counters);
      const newest = frame.changes.at(-1);
      if (newest) latestChange.set(newest);
      for (const change of frame.changes) window.dispatchEvent(new CustomEvent('tracking:change', { detail: change.position }));
      if (frame.resync) window.dispatchEvent(new CustomEvent('tracking:resync'));
    },
    (next) => {
      if (!sameConnection(next, connection.get())) connection.set(next);
    },
  );
  feed = own;
  sendWatched();
  own.start();
  return () => own.stop();
}

const sameConnection = (a: Connection, b: Connection): boolean =>
  a.kind === b.kind && ('seconds' in a ? a.seconds : 0) === ('seconds' in b ? b.seconds : 0);

/** How well the page is connected. */
export const useConnection = (): Connection => useSyncExternalStore(connection.listen, connection.get);

/** The counters over all shipments; null before the first reading. */
export const useCounters = (): LiveCounters | null => useSyncExternalStore(counters.listen, counters.get);

/** Calls back with every reading of the counters, whether they changed or not. */
export function onCounters(callback: (value: LiveCounters) => void): () => void {
  return counters.listen(() => {
    const value = counters.get();
    if (value) callback(value);
  });
}

/** The notable change that came last. */
export const useLatestChange = (): LiveChange | null => useSyncExternalStore(latestChange.listen, latestChange.get);

/** Keeps the rows of some shipments up to date while the component is on the screen. */
export function useWatch(keys: readonly string[]): void {
  const id = useId();
  const text = keys.join('\n');
  useEffect(() => {
    watchers.set(id, text === '' ? [] : text.split('\n'));
    scheduleWatched();
    return () => {
      watchers.delete(id);
      scheduleWatched();
    };
  }, [id, text]);
}

// Scrolling changes what is on the screen with every frame; the server hears of it a few times a second.
function scheduleWatched(): void {
  watchTimer ??= window.setTimeout(() => {
    watchTimer = undefined;
    sendWatched();
  }, 200);
}

const sendWatched = (): void => feed?.watch([...new Set([...watchers.values()].flat())].slice(0, mostWatched));
