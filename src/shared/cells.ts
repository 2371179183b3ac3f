/** A row of a table by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>;

/** The cell's text; nothing where there is none. */
export const textIn = (row: Row, column: string): string => {
  const cell = row[column];
  return typeof cell === 'string' ? cell : '';
};

/** The cell's number, 0 where there is none. */
export const countIn = (row: Row, column: string): number => numberIn(row, column) ?? 0;

export const numberIn = (row: Row, column: string): number | undefined => {
  const cell = row[column];
  return typeof cell === 'number' ? cell : undefined;
};
