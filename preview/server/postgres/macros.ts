/** A time range of a query. */
export interface Range {
  readonly from: Date;
  readonly to: Date;
}

type Macro = (args: readonly string[], range: Range) => string;

const column = (args: readonly string[]): string => {
  const [first] = args;
  if (!first) {
    throw new Error('missing time column argument');
  }
  return first;
};

const UNIT_SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

function intervalSeconds(args: readonly string[]): number {
  const text = (args[1] ?? '').replaceAll("'", '').trim();
  const [, digits, unit = ''] = /^(\d+)([smhdw])$/.exec(text) ?? [];
  const seconds = Number(digits) * (UNIT_SECONDS[unit] ?? NaN);
  if (!(seconds > 0) || args.length > 2) {
    throw new Error(`error parsing interval ${args.slice(1).join(', ')}`);
  }
  return seconds;
}

const epoch = (date: Date): number => Math.floor(date.getTime() / 1000);
const quoted = (date: Date): string => `'${date.toISOString()}'`;
const group = (value: string, seconds: number): string => `floor(${value}/${seconds})*${seconds}`;
const timeGroup: Macro = (args) => group(`extract(epoch from ${column(args)})`, intervalSeconds(args));
const unixEpochGroup: Macro = (args) => group(`(${column(args)})`, intervalSeconds(args));
const aliased =
  (macro: Macro): Macro =>
  (args, range) =>
    `${macro(args, range)} AS "time"`;

/** As Grafana's documentation of its PostgreSQL data source tells them; fill values of groups are not offered. */
const MACROS: Readonly<Record<string, Macro>> = {
  __time: aliased(column),
  __timeEpoch: (args) => `extract(epoch from ${column(args)}) as "time"`,
  __timeFilter: (args, { from, to }) => `${column(args)} BETWEEN ${quoted(from)} AND ${quoted(to)}`,
  __timeFrom: (_, { from }) => quoted(from),
  __timeTo: (_, { to }) => quoted(to),
  __timeGroup: timeGroup,
  __timeGroupAlias: aliased(timeGroup),
  __unixEpochFilter: (args, { from, to }) => `${column(args)} >= ${epoch(from)} AND ${column(args)} <= ${epoch(to)}`,
  __unixEpochFrom: (_, { from }) => String(epoch(from)),
  __unixEpochTo: (_, { to }) => String(epoch(to)),
  __unixEpochGroup: unixEpochGroup,
  __unixEpochGroupAlias: aliased(unixEpochGroup),
};

/**
 * A statement with the macros of Grafana's PostgreSQL data source replaced.
 * @throws Error when a macro is unknown or lacks an argument
 */
export const withMacros = (sql: string, range: Range): string =>
  sql.replace(/\$(__\w+)\(([^()]*)\)/g, (_, name: string, list: string) => {
    const macro = MACROS[name];
    if (!macro) {
      throw new Error(`unknown macro "${name}"`);
    }
    try {
      return macro(
        list.split(',').map((arg) => arg.trim()),
        range
      );
    } catch (cause) {
      throw new Error(`macro ${name}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    }
  });
