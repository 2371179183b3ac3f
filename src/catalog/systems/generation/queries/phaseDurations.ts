import { literal } from '../../../sql/literal';
import { generationMetrics as metrics, OTHER, QUANTILES, TOP } from '../metrics';
import { jsonNumber } from './jsonNumber';
import { type Cell, type Cells } from './oneRow';
import { quantileName } from './successCounts';

/** The phases of a success, as JSON, out of its `metadata`; NULL where there are none. */
export const PHASES = `CASE WHEN jsonb_typeof(metadata -> 'phases') = 'array' THEN metadata -> 'phases' END`;

/** What may become a label: a programmer's word, never a sentence. */
const NAME = '^[a-z][a-z0-9_-]{0,31}$';

/**
 * How long the phases of `source` took: a table `phase_rank` of the most frequent phases, each with its rank, and of all others as
 * one behind them. Names are put into small letters.
 *
 * @param source a table expression with a column phases, each a JSON array or NULL
 */
export const phaseRanks = (source: string): string => `phase AS MATERIALIZED (
  SELECT CASE WHEN lower(element ->> 'name') ~ ${literal(NAME)} THEN lower(element ->> 'name') ELSE '${OTHER}' END AS name,
    ${jsonNumber(`element -> 'duration'`)} / 1000 AS duration
  FROM ${source} CROSS JOIN LATERAL jsonb_array_elements(phases) AS element
  WHERE jsonb_typeof(element) = 'object'
), phase_name AS (
  SELECT name, CASE WHEN name = '${OTHER}' THEN ${TOP + 1} ELSE row_number() OVER (ORDER BY name = '${OTHER}', count(*) DESC, name) END AS place
  FROM phase
  WHERE duration IS NOT NULL
  GROUP BY name
), phase_rank AS (
  SELECT rank, CASE WHEN rank <= ${TOP} THEN min(name) ELSE '${OTHER}' END AS name, count(*) AS runs,
    ${QUANTILES.map((q) => `percentile_cont(${q}) WITHIN GROUP (ORDER BY duration) AS ${quantileName(q)}`).join(', ')}
  FROM phase JOIN (SELECT name, least(place, ${TOP + 1}) AS rank FROM phase_name) AS ranked USING (name)
  WHERE duration IS NOT NULL
  GROUP BY rank
)`;

const RANKS = Array.from({ length: TOP + 1 }, (_, i) => i + 1);

/** The rows of `phase_rank` side by side: names, and the quantiles they belong to. */
export const phaseQuantiles = (): Cells =>
  Object.fromEntries(
    RANKS.flatMap((rank): Array<[string, Cell]> => {
      const phase = `phase_${rank}`;
      return [
        [phase, { sql: `min(name) FILTER (WHERE rank = ${rank})`, type: 'text' }],
        ...QUANTILES.map((quantile): [string, Cell] => [
          `${phase}_${quantileName(quantile)}`,
          {
            sql: `min(${quantileName(quantile)}) FILTER (WHERE rank = ${rank})`,
            type: 'number',
            feed: { metric: metrics.phase, labels: { phase: { column: phase }, quantile } },
          },
        ]),
      ];
    })
  );
