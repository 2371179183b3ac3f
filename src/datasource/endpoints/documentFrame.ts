import { createDataFrame, FieldType, type DataFrame } from '@grafana/data';

import { type EndpointField } from '../query/query';

const TYPES = {
  text: FieldType.string,
  number: FieldType.number,
  time: FieldType.time,
  boolean: FieldType.boolean,
} as const;

/**
 * Rows of a JSON document as a frame. A list gives a row per element, an object whose values are objects a row per key
 * (named `key`), anything else one row.
 * @throws Error when there is nothing at `rows`
 */
export function documentFrame(
  document: unknown,
  refId: string,
  { rows: path, fields }: { readonly rows?: string | undefined; readonly fields?: readonly EndpointField[] | undefined }
): DataFrame {
  const found = path ? at(document, path) : document;
  if (found === undefined || found === null) {
    throw new Error(`The document has nothing at "${path ?? ''}". It has ${Object.keys(Object(document)).join(', ')}.`);
  }
  const rows = rowsOf(found);
  const columns = fields?.length ? fields : fieldsOf(rows);
  return createDataFrame({
    refId,
    fields: columns.map(({ path: field, name, type }) => {
      const values = rows.map((row) => at(row, field));
      const kind = type ?? typeOf(values);
      return { name: name || field, type: TYPES[kind], values: values.map((value) => cell(value, kind)), config: {} };
    }),
  });
}

/** What lies at a path such as `labels.severity`; nothing where the path leads nowhere. */
const at = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((found, key) => (isRecord(found) || Array.isArray(found) ? Object(found)[key] : undefined), value);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function rowsOf(found: unknown): unknown[] {
  if (Array.isArray(found)) {
    return found;
  }
  const entries = isRecord(found) ? Object.entries(found) : [];
  return entries.length > 0 && entries.every(([, value]) => isRecord(value))
    ? entries.map(([key, value]) => ({ key, ...Object(value) }))
    : [found];
}

/** The fields of all rows, in the order in which they come; objects inside are left to whoever names a path. */
function fieldsOf(rows: readonly unknown[]): EndpointField[] {
  const names = new Set(rows.flatMap((row) => (isRecord(row) ? Object.keys(row) : [])));
  return [...names].map((path) => ({ path, type: typeOf(rows.map((row) => at(row, path))) }));
}

function typeOf(values: readonly unknown[]): keyof typeof TYPES {
  const told = values.filter((value) => value !== undefined && value !== null);
  const all = (is: (value: unknown) => boolean) => told.length > 0 && told.every(is);
  if (all((value) => typeof value === 'number')) {
    return 'number';
  }
  if (all((value) => typeof value === 'boolean')) {
    return 'boolean';
  }
  return all((value) => typeof value === 'string' && ISO_INSTANT.test(value)) ? 'time' : 'text';
}

const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

function cell(value: unknown, kind: keyof typeof TYPES): unknown {
  if (value === undefined || value === null) {
    return null;
  }
  switch (kind) {
    case 'number':
      return Number(value);
    case 'time':
      return typeof value === 'number' ? value : Date.parse(String(value));
    case 'boolean':
      return value === true || value === 'true';
    case 'text':
      return typeof value === 'string' ? value : JSON.stringify(value);
  }
}
