import { literal } from '../../../sql/literal';
import { FRAMEWORKS } from '../metrics';

const NAMED = FRAMEWORKS.filter((name) => name !== 'other');

/** A framework that the document names, in whatever letters, or `other`: also where nothing is known. */
export const frameworkOf = (column: string): string =>
  `CASE WHEN lower(${column}) IN (${NAMED.map(literal).join(', ')}) THEN lower(${column}) ELSE 'other' END`;
