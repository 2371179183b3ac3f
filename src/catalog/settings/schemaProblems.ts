import { z } from 'zod';
import { problem, type Problem } from '../kinds/problem';
import { suggestion } from './nearest';
import { knownKeys, schemaAt } from './schemaAt';
import { shown } from './shown';
import { valueAt } from './valueAt';

type Issue = z.core.$ZodIssue;

/** Says in the words of the settings what zod found in `value`. */
export function schemaProblems(issues: readonly Issue[], schema: z.core.$ZodType, value: unknown): Problem[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map(String);
    const at = schemaAt(schema, issue.path);
    switch (issue.code) {
      case 'unrecognized_keys':
        return issue.keys.map((key) =>
          problem([...path, key], `unknown key ${shown(key)}`, unknownKeyRemedy(path, key, knownKeys(at)))
        );
      case 'invalid_key':
        return issue.issues.map(({ message, ...rest }) => problem(path, message, remedyOf(rest, at)));
      case 'invalid_type':
        return [wrongType(path, valueAt(value, issue.path), at)];
      case 'invalid_value': {
        const found = valueAt(value, issue.path);
        const known = issue.values.map(String);
        return [
          typeof found === 'string'
            ? problem(path, `unknown value ${shown(found)}`, suggestion(found, known))
            : wrongType(path, found, at),
        ];
      }
      default:
        return [problem(path, issue.message, remedyOf(issue, at))];
    }
  });
}

/** Whether the file nests thresholds below their system, `thresholds: { validation: { success_rate: … } }`. */
export const isSystemOfThresholds = (path: readonly PropertyKey[]): boolean =>
  path.length === 2 && path[0] === 'thresholds' && !String(path[1]).includes('.');

const unknownKeyRemedy = (path: readonly string[], key: string, known: readonly string[]): string =>
  isSystemOfThresholds(path) ? `write a threshold's id in one piece: "${path[1]}.${key}:"` : suggestion(key, known);

function wrongType(path: readonly string[], found: unknown, schema: z.core.$ZodType | undefined): Problem {
  const name = path.at(-1) ?? '';
  if (found === undefined) {
    return problem(path, `"${name}" is missing`, `add it, like ${name}: ${exampleOf(schema)}`);
  }
  const remedy = `write it like ${exampleOf(schema)}`;
  return found === null
    ? problem(path, 'has no value', remedy)
    : problem(path, `${kindOf(schema)} is expected here, not ${kind(found)}`, remedy);
}

function kindOf(schema: z.core.$ZodType | undefined): string {
  if (schema instanceof z.ZodObject || schema instanceof z.ZodRecord) {
    return 'a map';
  }
  return schema instanceof z.ZodArray ? 'a list' : 'a single value';
}

// The text itself is not told: it may stand where a secret was meant.
const kind = (found: unknown) =>
  Array.isArray(found) ? 'a list' : typeof found === 'object' ? 'a map' : 'a single value';

function exampleOf(schema: z.core.$ZodType | undefined): string {
  const meta = schema instanceof z.ZodType ? schema.meta() : undefined;
  return typeof meta?.example === 'string' ? meta.example : 'the example in docs/genwatch.config.example.yaml';
}

function remedyOf(issue: object, schema: z.core.$ZodType | undefined): string {
  const params: unknown = 'params' in issue ? issue.params : undefined;
  return params && typeof params === 'object' && 'remedy' in params
    ? String(params.remedy)
    : `write it like ${exampleOf(schema)}`;
}
