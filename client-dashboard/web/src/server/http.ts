/** An error of the officers' API: what went wrong and what to do, in words. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    title: string,
    readonly detail: string | undefined,
  ) {
    super(title);
    this.name = 'Problem';
  }
}

/** Reads one resource of the officers' API. */
export async function read<T>(path: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(path, { signal, headers: { accept: 'application/json' } });
  if (response.ok) return (await response.json()) as T;
  const problem = (await response.json().catch(() => ({}))) as { title?: string; detail?: string };
  throw new Problem(response.status, problem.title ?? response.statusText, problem.detail);
}

/** A path with its query; parts that are not set are left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | number | boolean | null | undefined>>): string {
  const set = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString();
  return text ? `${path}?${text}` : path;
}

/** A key of several parts as a path: each part escaped, the slashes kept. */
export const asPath = (key: string): string => key.split('/').map(encodeURIComponent).join('/');
