import { type ColumnType, type Feed, type Parameters, type Query, type Tier } from '../../../kinds/query';

/** A number of the single row, what it is made of, and the series it becomes; names of other series' labels become none. */
export interface Cell {
  readonly sql: string;
  readonly type: ColumnType;
  readonly feed?: Feed;
}
export type Cells = Readonly<Record<string, Cell>>;

/** Aggregates over one table of the statement. */
interface Part {
  readonly from: string;
  readonly cells: Cells;
}

interface Row extends Pick<Query, 'id' | 'title' | 'source'> {
  /** What stands behind WITH. */
  readonly tables: (parameters: Parameters) => readonly string[];
  readonly parts: (parameters: Pick<Parameters, 'from' | 'to'>) => readonly Part[];
  readonly tier: Omit<Tier, 'feeds'>;
}

const ANY: Pick<Parameters, 'from' | 'to'> = { from: 'now()', to: 'now()' };

/** A question of the exporter whose answer is always exactly one row, out of several tables that are read once each. */
export function oneRow({ tables, parts, tier, ...about }: Row): Query {
  const cells = parts(ANY).flatMap((part) => Object.entries(part.cells));
  return {
    ...about,
    columns: Object.fromEntries(cells.map(([name, { type }]) => [name, type])),
    sql: (parameters) => {
      const rows = parts(parameters).map(
        ({ from, cells: columns }) => `(
  SELECT ${Object.entries(columns)
    .map(([name, { sql }]) => `${sql} AS ${name}`)
    .join(',\n    ')}
  FROM ${from}
) AS of_${from}`
      );
      return `WITH ${tables(parameters).join(', ')}
SELECT ${cells.map(([name]) => name).join(', ')}
FROM ${rows.join(' CROSS JOIN ')}`;
    },
    tier: { ...tier, feeds: Object.fromEntries(cells.flatMap(([name, { feed }]) => (feed ? [[name, feed]] : []))) },
  };
}
