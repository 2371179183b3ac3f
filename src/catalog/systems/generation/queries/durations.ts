import { type Query } from '../../../kinds/query';
import { quote } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { literal } from '../../../sql/literal';
import { rangeOf } from '../../../sql/range';
import { FRAMEWORKS } from '../metrics';
import { successRows } from './successCounts';

const MEBIBYTE = 1_048_576;

/** What the successes of the range took and wrote, by framework; NULL where their metadata does not tell. */
export const durations = (settings: Settings): Query => ({
  id: 'generation.durations',
  title: 'What successful generations take, by framework',
  columns: {
    framework: 'text',
    successes: 'integer',
    median_seconds: 'number',
    p95_seconds: 'number',
    median_build_seconds: 'number',
    p95_build_seconds: 'number',
    median_memory_mib: 'number',
    p95_memory_mib: 'number',
    median_files: 'number',
  },
  sql: (parameters) => `WITH known (framework, place) AS (
  VALUES ${FRAMEWORKS.map((name, i) => `(${literal(name)}, ${i})`).join(', ')}
), ${successRows(settings, rangeOf(parameters))}
SELECT framework, CAST(count(at) AS integer) AS successes,
  ${quantile('0.5', 'duration')} AS median_seconds, ${quantile('0.95', 'duration')} AS p95_seconds,
  ${quantile('0.5', 'build')} AS median_build_seconds, ${quantile('0.95', 'build')} AS p95_build_seconds,
  ${quantile('0.5', 'memory')} / ${MEBIBYTE} AS median_memory_mib, ${quantile('0.95', 'memory')} / ${MEBIBYTE} AS p95_memory_mib,
  ${quantile('0.5', 'files')} AS median_files
FROM known LEFT JOIN success USING (framework)
GROUP BY framework, place
ORDER BY place`,
  source: quote('generation', 'generation_analytics', 'JSON with fileCount, duration, phases'),
});

const quantile = (share: string, of: string): string => `percentile_cont(${share}) WITHIN GROUP (ORDER BY ${of})`;
