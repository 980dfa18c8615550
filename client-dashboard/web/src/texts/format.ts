import type { Instant } from '../generated/messages';

const number = new Intl.NumberFormat('en');
const rate = new Intl.NumberFormat('en', { maximumFractionDigits: 1, minimumFractionDigits: 1 });
const thisYear = new Intl.DateTimeFormat('en-GB', { day: '2-digit', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' });
const otherYear = new Intl.DateTimeFormat('en-GB', { day: '2-digit', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
const regions = new Intl.DisplayNames('en', { type: 'region' });

/** A whole number with its thousands set apart. */
export const formatNumber = (value: number): string => number.format(value);

/** A rate: one decimal while it is small, none when it is large. */
export const formatRate = (value: number): string => (value < 100 ? rate.format(value) : number.format(Math.round(value)));

/** An instant in the officer's own time zone. */
export function formatTime(instant: Instant): string {
  const time = new Date(instant);
  return (time.getFullYear() === new Date().getFullYear() ? thisYear : otherYear).format(time);
}

/** An instant as its reporter wrote it: his local time and his offset. */
export function formatReported(instant: Instant): string {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?(.*)$/.exec(instant);
  if (!parts) return instant;
  const [, year, month, day, time, offset] = parts;
  return `${year}-${month}-${day} ${time} ${offset === 'Z' || offset === '+00:00' ? 'UTC' : `UTC${offset}`}`;
}

/** A country's name; the code where it is no country's. */
export function countryName(code: string): string {
  try {
    return regions.of(code) ?? code;
  } catch {
    return code;
  }
}
