import { literal } from '../../../src/catalog/sql/literal';
import { type Step } from '../script';

/** Enough to tell errors apart; some messages hold a whole file. */
const LENGTH = 2000;

/** Spaces and digits of ASCII, and those that other locales write in numbers. */
const SPACES = '[:space:]\\u00a0\\u2007\\u2009\\u202f\\u3000';
const DIGITS = '0-9\\u0660-\\u0669\\u06f0-\\u06f9\\uff10-\\uff19';
/** What may end a word. */
const ENDS = `${SPACES},;()<>{}'"\`\\u00ab\\u00bb\\u2018-\\u201f`;
/** A word that differs from one occurrence to the next: a number, an id, a time, a path, a link, an address. */
const VARIABLE = `[^${ENDS}]*[${DIGITS}/\\\\@][^${ENDS}]*`;
const QUOTED = [
  `'[^']*'`,
  `"[^"]*"`,
  '`[^`]*`',
  '[\\u00ab\\u00bb][^\\u00ab\\u00bb]*[\\u00ab\\u00bb]',
  '[\\u2018-\\u201f][^\\u2018-\\u201f]*[\\u2018-\\u201f]',
];
/** A contraction, as in "can't", opens no quotation. */
const CONTRACTION = `[a-z]['\\u2019][a-z]`;
/** Spaces that a computer's keyboard does not have. */
const RARE_SPACE = '[\\u00a0\\u2007\\u2009\\u202f\\u3000]';
const TAKEN_OUT = [CONTRACTION, ...QUOTED, VARIABLE, RARE_SPACE].join('|');
/** Taken out afterwards, as to look for each of them is so much quicker than one expression for all: what a time may end with, and what lists and numbers hold. */
const THEN_TAKEN_OUT = [`' am'`, `' pm'`, `' a.m.'`, `' p.m.'`, `' '`, `E'\\n'`, `E'\\t'`, `E'\\r'`, `','`, `';'`];

/**
 * SQL: what tells errors apart, as 16 hexadecimal digits; the same for occurrences that differ in ids, numbers, paths,
 * times, quotations, spaces or the case of letters, in every database, whatever its locale.
 */
export const fingerprintOf = (errorType: string, message: string): string => {
  const beginning = `lower(left(${message}, ${LENGTH}) COLLATE "C")`;
  const kept = THEN_TAKEN_OUT.reduce(
    (text, taken) => `replace(${text}, ${taken}, '')`,
    `regexp_replace(${beginning}, ${literal(TAKEN_OUT)}, '', 'g')`
  );
  return `left(encode(sha256(convert_to(coalesce(${errorType}, '') || ' ' || ${kept}, 'UTF8')), 'hex'), 16)`;
};

export const fingerprintSteps: readonly Step[] = [
  {
    says: `What tells errors apart: the same for occurrences that differ in ids, numbers, paths, links, addresses, times, quotations,
spaces or the case of letters.`,
    sql: `CREATE OR REPLACE FUNCTION genwatch_fingerprint(error_type text, message text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $body$
  SELECT ${fingerprintOf('error_type', 'message')}
$body$`,
  },
];
