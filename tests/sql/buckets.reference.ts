import { type MillisecondRange } from './message';

/** A day or week of a zone, by the date it begins with. */
interface ReferenceBucket {
  readonly name: string;
  readonly partial: '' | 'partial';
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The date on the calendar of a zone, as the platform's own time zone data have it. */
function dateIn(zone: string, at: number): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(at);
}

/** The name of the bucket of an instant: its date, or that of the Monday before. */
export function bucketOf(zone: string, unit: 'day' | 'week', at: number): string {
  const date = dateIn(zone, at);
  if (unit === 'day') {
    return date;
  }
  // Calendar arithmetic on dates alone, where every day has 24 hours.
  const noon = Date.parse(`${date}T12:00:00Z`);
  const sinceMonday = (new Date(noon).getUTCDay() + 6) % 7;
  return new Date(noon - sinceMonday * DAY).toISOString().slice(0, 10);
}

/** The buckets of a range that begins where its first bucket does, the latest first. Found hour by hour. */
export function referenceBuckets(zone: string, unit: 'day' | 'week', range: MillisecondRange): ReferenceBucket[] {
  const names = new Set<string>();
  const start = startOfFirst(zone, unit, range);
  for (let at = start; at < range.to; at += HOUR) {
    names.add(bucketOf(zone, unit, at));
  }
  if (start < range.to) {
    names.add(bucketOf(zone, unit, range.to - 1));
  }
  const following = bucketOf(zone, unit, range.to);
  return [...names]
    .sort()
    .reverse()
    .map((name) => ({ name, partial: name === following ? 'partial' : '' }));
}

/** The first instant of the range's first bucket. */
export function startOfFirst(zone: string, unit: 'day' | 'week', { from }: MillisecondRange): number {
  const name = bucketOf(zone, unit, from);
  let at = from;
  // To the hour, then to the millisecond within it.
  while (bucketOf(zone, unit, at - HOUR) === name) {
    at -= HOUR;
  }
  let [outside, inside] = [at - HOUR, at];
  while (inside - outside > 1) {
    const middle = Math.floor((inside + outside) / 2);
    if (bucketOf(zone, unit, middle) === name) {
      inside = middle;
    } else {
      outside = middle;
    }
  }
  return inside;
}
