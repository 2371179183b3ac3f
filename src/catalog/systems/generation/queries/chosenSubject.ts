import { type Parameters } from '../../../kinds/query';

/** A further condition: the column, which is text, is the chosen subject. */
export const andChosenSubject = (column: string, { subject }: Pick<Parameters, 'subject'>): string =>
  subject === undefined ? '' : ` AND ${column} = ${subject}`;
