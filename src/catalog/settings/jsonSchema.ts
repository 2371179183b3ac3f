import { parse } from 'yaml';
import { z } from 'zod';
import { type System } from '../kinds/system';
import { alertLevels, GUARDS, LEVELS, type Threshold } from '../kinds/threshold';
import { settingsFile } from './schema';

type Json = Record<string, unknown>;

/**
 * JSON Schema (draft 7, which editors speak) of `genwatch.config.yaml`. Completes the ids, levels and names of the
 * catalog, so give it one that is built from the default settings.
 */
export function settingsJsonSchema({ systems }: { readonly systems: readonly System[] }): Json {
  const schema: Json = z.toJSONSchema(settingsFile, {
    io: 'input',
    target: 'draft-7',
    override: ({ jsonSchema }) => {
      if (typeof jsonSchema.example === 'string') {
        jsonSchema.examples = [parse(jsonSchema.example)];
        delete jsonSchema.example;
      }
    },
  });
  const properties = map(schema.properties);
  const thresholds = map(properties.thresholds);
  const alerts = map(properties.alerts);
  const disabled = map(properties.disabled);
  const known = map(properties.systems);
  const everyAlert = systems.flatMap((system) => system.alerts);
  const names = everyAlert.flatMap(({ name, threshold }) => [
    name,
    ...alertLevels(threshold).map((level) => `${name}.${level}`),
  ]);
  return {
    ...schema,
    title: 'genwatch.config.yaml',
    properties: {
      ...properties,
      thresholds: closed(
        thresholds,
        systems.flatMap((system) => system.thresholds).map((one) => [one.id, ofThreshold(one, thresholds)])
      ),
      alerts: closed(
        alerts,
        everyAlert.map(({ name, summary }) => [name, { ...map(alerts.additionalProperties), description: summary }])
      ),
      systems: { ...known, items: { ...map(known.items), enum: systems.map(({ id }) => id) }, uniqueItems: true },
      disabled: { ...disabled, items: { ...map(disabled.items), enum: names }, uniqueItems: true },
    },
  };
}

/** A map that knows all its keys, and whose example would be of others. */
function closed({ propertyNames, examples, ...schema }: Json, entries: ReadonlyArray<readonly [string, Json]>): Json {
  return { ...schema, properties: Object.fromEntries(entries), additionalProperties: false };
}

function ofThreshold(threshold: Threshold, thresholds: Json): Json {
  const any = map(thresholds.additionalProperties);
  const { for: hold, ...own } = map(any.properties);
  const paging = alertLevels(threshold);
  const present = LEVELS.filter((level) => threshold.levels[level] !== undefined);
  return {
    ...any,
    description: `${threshold.title} (${threshold.unit}). Documented: ${present.map((level) => `${level} ${threshold.levels[level]}`).join(', ')}`,
    properties: {
      ...Object.fromEntries(
        present.map((level) => [level, documented(own[level], threshold.levels[level]?.split(' ')[1])])
      ),
      ...Object.fromEntries(
        GUARDS.filter((guard) => threshold[guard]).map((guard) => [guard, documented(own[guard], threshold[guard])])
      ),
      ...(paging.length > 0 && {
        for: {
          ...map(hold),
          properties: Object.fromEntries(
            paging.map((level) => [level, documented(map(map(hold).properties)[level], threshold.for?.[level] ?? '0s')])
          ),
        },
      }),
    },
  };
}

/** With the value that holds when the file is silent; numbers as numbers, as people write them. */
function documented(schema: unknown, value: string | undefined): Json {
  const isNumber = value !== undefined && /^-?\d+(\.\d+)?$/.test(value);
  return { ...map(schema), default: isNumber ? Number(value) : value };
}

const isMap = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const map = (value: unknown): Json => (isMap(value) ? value : {});
