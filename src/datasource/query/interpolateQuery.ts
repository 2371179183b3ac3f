import { type EndpointField, type GenwatchQuery } from './query';

/** Replaces `$variables` in a text; several values of one variable are joined by `separator`. */
export type Replace = (text: string) => string;
/** The values that a text with variables stands for: `${scenes}` can be several. */
export type Expand = (text: string) => string[];

/**
 * The query with variables replaced in every field that a user types. SQL and PromQL are made from the result, and the
 * values are quoted there: no variable is ever expanded inside a statement.
 */
export function interpolateQuery(query: GenwatchQuery, replace: Replace, expand: Expand): GenwatchQuery {
  switch (query.kind) {
    case 'catalog':
      return {
        ...query,
        statement: replace(query.statement),
        ...given('limit', query.limit, replace),
        ...given('scenes', query.scenes, (scenes) => scenes.flatMap(expand)),
        ...given('subject', query.subject, replace),
        ...given('step', query.step, replace),
      };
    case 'metric':
      return {
        ...query,
        series: replace(query.series),
        ...given('labels', query.labels, (labels) =>
          Object.fromEntries(Object.entries(labels).map(([label, values]) => [replace(label), values.flatMap(expand)]))
        ),
        ...given('by', query.by, (labels) => labels.flatMap(expand)),
      };
    case 'endpoint':
      return {
        ...query,
        ...given('rows', query.rows, replace),
        ...given('fields', query.fields, (fields) =>
          fields.map((field): EndpointField => ({
            ...field,
            path: replace(field.path),
            ...given('name', field.name, replace),
          }))
        ),
      };
    case 'thresholds':
      return { ...query, ...given('system', query.system, replace) };
    case 'alerts':
      return { ...query, ...given('system', query.system, replace), ...given('severity', query.severity, replace) };
  }
}

/** The field with `change` applied, where it is there at all. */
const given = <K extends string, T, R>(key: K, value: T | undefined, change: (value: T) => R): Partial<Record<K, R>> =>
  value === undefined ? {} : ({ [key]: change(value) } as Record<K, R>);
