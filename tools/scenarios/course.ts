import { isDuration, seconds, type Duration } from '../../src/catalog/exact/duration';

/** What a series does over time, in promtool's notation, and for how long. */
export interface Course {
  readonly values: string;
  readonly seconds: number;
}

const STRETCH = /^(?:(gone)|(-?\d+(?:\.\d+)?)(?: growing by (-?\d+(?:\.\d+)?))?) for (\d+[smhd])$/;

/**
 * Reads the course of a series, one stretch after the other: `5 for 20m, gone for 5m, 0 growing by 3 for 1h`. It grows
 * by so much per sample.
 *
 * @throws Error naming the stretch that cannot be read, or does not hold a whole number of samples
 */
export function readCourse(text: string, every: Duration): Course {
  const stretches = text.split(', ').map((stretch) => readStretch(stretch, every));
  return {
    values: stretches.map(({ values }) => values).join(' '),
    seconds: stretches.reduce((sum, stretch) => sum + stretch.seconds, 0),
  };
}

function readStretch(text: string, every: Duration): Course {
  const [, gone, start, growth = '0', duration = ''] = STRETCH.exec(text) ?? [];
  if (!isDuration(duration)) {
    throw new Error(`"${text}" is no stretch of a series: write "5 for 20m", "gone for 5m" or "0 growing by 3 for 1h"`);
  }
  const samples = seconds(duration) / seconds(every);
  if (!Number.isInteger(samples) || samples === 0) {
    throw new Error(`"${text}" does not hold a whole number of samples, of which there is one every ${every}`);
  }
  // promtool counts what comes after the first sample, but the missing ones all.
  const values = gone ? `_x${samples}` : `${start}${growth.startsWith('-') ? '' : '+'}${growth}x${samples - 1}`;
  return { values, seconds: seconds(duration) };
}
