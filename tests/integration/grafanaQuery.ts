/** A target of a generated panel, as it stands in the JSON. */
export interface Target {
  readonly refId: string;
  readonly expr?: string;
  readonly instant?: boolean;
  readonly rawSql?: string;
  readonly format?: string;
}

/** Values by the name of their variable; several as a list, `allValue` of the dashboard for "All". */
export type Chosen = Readonly<Record<string, string | readonly string[] | AllValue>>;

/** A custom value for "All": it goes into a query as it is, whatever the format asks for. */
export interface AllValue {
  readonly allValue: string;
}

/** A text with its variables as Grafana 12 replaces them. Throws on a variable that is not chosen, and on a format unknown here. */
export function interpolated(text: string, chosen: Chosen): string {
  return text.replace(/\$\{(\w+)(?::(\w+))?\}|\$(\w+)/g, (written, braced: string, format: string, plain: string) => {
    const name = braced ?? plain;
    if (name.startsWith('__')) {
      return written;
    }
    const value = chosen[name];
    if (value === undefined) {
      throw new Error(`Nothing is chosen for the variable in ${written}`);
    }
    return formatted(value, format);
  });
}

function formatted(value: Chosen[string], format: string | undefined): string {
  if (isAll(value)) {
    return value.allValue;
  }
  const values = [value].flat();
  switch (format) {
    case 'sqlstring':
      return values.map((one) => `'${one.replace(/'/g, "''").replace(/"/g, '\\"')}'`).join(',');
    case undefined:
      if (values.length === 1) {
        return values[0] ?? '';
      }
      break;
  }
  throw new Error(`No rule for the format ${format ?? 'of several values without one'}`);
}

const isAll = (value: Chosen[string]): value is AllValue => typeof value === 'object' && 'allValue' in value;

/** SQL with the macros of Grafana's PostgreSQL data source. Throws on one that is unknown here. */
export function withMacros(sql: string, { from, to }: { readonly from: Date; readonly to: Date }): string {
  const expanded = sql
    .replaceAll('$__timeFrom()', `'${from.toISOString()}'`)
    .replaceAll('$__timeTo()', `'${to.toISOString()}'`);
  const [left] = /\$__\w+/.exec(expanded) ?? [];
  if (left) {
    throw new Error(`No rule for the macro ${left}`);
  }
  return expanded;
}
