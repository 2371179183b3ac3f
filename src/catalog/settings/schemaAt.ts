import { z } from 'zod';

/** The schema of the value at `path`, without what wraps it; nothing where the file knows no such place. */
export function schemaAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType | undefined {
  const inner = unwrapped(schema);
  const [key, ...rest] = path;
  if (key === undefined) {
    return inner;
  }
  const next = child(inner, key);
  return next && schemaAt(next, rest);
}

/** The keys a map may have; nothing when it may have any. */
export function knownKeys(schema: z.core.$ZodType | undefined): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

function child(schema: z.core.$ZodType, key: PropertyKey): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodObject) {
    return Object.entries<z.core.$ZodType>(schema.shape).find(([name]) => name === key)?.[1];
  }
  if (schema instanceof z.ZodRecord) {
    return schema.valueType;
  }
  return schema instanceof z.ZodArray ? schema.element : undefined;
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodReadonly) {
    return unwrapped(schema.unwrap());
  }
  // A pipe begins (preprocess) or ends (transform) with a function; the other side says what may stand in the file.
  return schema instanceof z.ZodPipe ? unwrapped(schema.in instanceof z.ZodTransform ? schema.out : schema.in) : schema;
}
