/** What stands in a template for a value. */
export const MASKS = [
  /** A quoted string, or a name that the row of the message gave away. */
  'text',
  /** Code, or a piece of JSON. */
  'code',
  'secret',
  /** Of a `key=value`. */
  'value',
  'url',
  'email',
  'address',
  'path',
  'tag',
  /** An identifier of code. */
  'name',
  'time',
  'id',
  'number',
  /** A word that differs from message to message. */
  '*',
] as const;

export type Mask = (typeof MASKS)[number];

/** How a mask is written: `<number>`. */
export const written = (mask: Mask): string => `<${mask}>`;
