/**
 * A short name for an id that is text: always the same one, and nobody reads the id from it at a glance. NULL stays NULL.
 * Whoever may read the table can find the id again.
 */
export const pseudonym = (id: string): string => `left(encode(sha256(convert_to(${id}, 'UTF8')), 'hex'), 10)`;
