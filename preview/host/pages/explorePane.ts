import { type DataQuery } from '@grafana/schema';
import { z } from 'zod';

const pane = z.object({
  datasource: z.string().optional(),
  queries: z.array(z.looseObject({ refId: z.string().default('A') })).default([]),
  range: z.object({ from: z.string(), to: z.string() }).default({ from: 'now-6h', to: 'now' }),
});

/** What Explore is asked to show. */
export interface Pane {
  /** Uid of the data source; none when the address names none. */
  readonly datasource?: string | undefined;
  readonly query: DataQuery;
  readonly range: { readonly from: string; readonly to: string };
}

/** The first pane of an address as Grafana writes it, `?panes={"a":{"datasource":"uid","queries":[…],"range":{…}}}`. */
export function explorePane(search: string): Pane {
  const { datasource, queries, range } = pane
    .catch({ queries: [], range: { from: 'now-6h', to: 'now' } })
    .parse(firstPane(search));
  return { datasource, query: queries[0] ?? { refId: 'A' }, range };
}

/** An address that shows a pane. */
export const paneAddress = ({ datasource, query, range }: Pane): string =>
  `/explore?${new URLSearchParams({ schemaVersion: '1', panes: JSON.stringify({ a: { datasource, queries: [query], range } }) })}`;

function firstPane(search: string): unknown {
  try {
    const panes: unknown = JSON.parse(new URLSearchParams(search).get('panes') ?? '{}');
    return Object.values(Object(panes))[0] ?? {};
  } catch {
    return {};
  }
}
