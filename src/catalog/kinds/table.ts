/** A table of the monitored application that queries read, as the settings call it. Names are those of the database. */
export interface Table {
  /** Section of the settings that names it, like `validation.messages`. */
  readonly setting: string;
  /** What stands in it, for the comment above it. */
  readonly holds: string;
  /** `table` or `schema.table`. */
  readonly name: string;
  /** Whether an installation may do without it. */
  readonly optional?: true;
  /** Genwatch's own, made by this part of `genwatch sql`; an application never writes to it. */
  readonly madeBy?: 'three-strikes' | 'review-role';
  readonly columns: readonly Column[];
  /** The column whose range every query asks for first. */
  readonly time: string;
  readonly acceleration: readonly PartialIndex[];
}

export interface Column {
  readonly name: string;
  /** With its defaults, as it is in the demo. */
  readonly type: string;
  /** Only the demo has it: no query reads it. */
  readonly unread?: true;
}

/** An index over the time that answers one kind of question without a look at the table. Optional, and worth its size. */
export interface PartialIndex {
  /** Part of its name. */
  readonly id: string;
  /** What it finds, for people who decide whether they want it. */
  readonly finds: string;
  /** Columns that are stored beside the time. */
  readonly include: readonly string[];
  /** SQL: the condition of the queries, word for word, as PostgreSQL takes the index for nothing else. */
  readonly where: string;
}
