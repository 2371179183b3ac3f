import { literal } from './literal';

/** A configured table as text that PostgreSQL reads as a table: it knows no escapes there, only quotes. */
export const regclass = (name: string): string =>
  literal(
    name
      .split('.')
      .map((part) => `"${part.replace(/"/g, '""')}"`)
      .join('.')
  );
