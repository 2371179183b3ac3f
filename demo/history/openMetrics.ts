import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type HistorySeries } from './series';

/** Writes series as promtool reads them. Returns how many samples they have. */
export async function writeOpenMetrics(
  file: string,
  series: readonly HistorySeries[],
  instants: readonly number[]
): Promise<number> {
  let samples = 0;
  const times = instants.map((at) => String(at / 1000));
  function* text(): Generator<string> {
    for (const { name, labels, values } of series) {
      const head = name + labelsInBraces(labels);
      const lines = values.flatMap((value, i) => (value === undefined ? [] : [`${head} ${value} ${times[i]}\n`]));
      samples += lines.length;
      yield lines.join('');
    }
    yield '# EOF\n';
  }
  await pipeline(Readable.from(text()), createWriteStream(file, { mode: 0o600 }));
  return samples;
}

function labelsInBraces(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}=${quoted(value)}`);
  return pairs.length > 0 ? `{${pairs.join(',')}}` : '';
}

const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}"`;
