import { type Duration } from '../src/catalog/exact/duration';
import { type Clock } from './clock';
import { type Answer } from './database';
import { endsWithConnection, failureOf, type Failure } from './errorReason';
import { exporterSql } from './render';
import { type TieredQuery } from './tieredQuery';
import { samplesOf, type Sample } from './values';

/** What was read last, kept through every later failure. */
export interface Reading {
  readonly samples: readonly Sample[];
  /** When the reading began. */
  readonly at: number;
  readonly durationMs: number;
}

/** Since when a source fails, and why. */
export interface Outage extends Failure {
  readonly since: number;
  readonly endsWithConnection: boolean;
}

/** One query of the catalog and what it last answered. */
export interface Source {
  readonly query: TieredQuery;
  /** Nothing until the query has been read once. */
  reading(): Reading | undefined;
  /** Nothing while the last refresh succeeded, or before the first has ended. */
  outage(): Outage | undefined;
  /** Reads the query once; never rejects. */
  refresh(): Promise<void>;
}

/** Told about changes only: a source that stays broken is not repeated. */
export interface SourceLog {
  failed(source: string, outage: Outage): void;
  recovered(source: string, outageMs: number): void;
}

interface SourceOptions extends Surroundings {
  readonly query: TieredQuery;
  /** How old a row has to be to count. */
  readonly settle: Duration;
}

/** A question to the database whose answer becomes series. */
interface Question {
  readonly query: TieredQuery;
  readonly sql: string;
  readonly samplesOf: (answer: Answer) => readonly Sample[] | Promise<readonly Sample[]>;
}

/** What a source lives in. */
export interface Surroundings {
  readonly read: (sql: string) => Promise<Answer>;
  readonly clock: Clock;
  readonly log: SourceLog;
}

export const createSource = ({ query, settle, ...surroundings }: SourceOptions): Source =>
  sourceOf({ query, sql: exporterSql(query, settle), samplesOf: ({ rows }) => samplesOf(query, rows) }, surroundings);

/** The source of any question. */
export function sourceOf({ query, sql, samplesOf: toSamples }: Question, { read, clock, log }: Surroundings): Source {
  let reading: Reading | undefined;
  let outage: Outage | undefined;

  async function succeed(answer: Answer): Promise<void> {
    const { at, durationMs } = answer;
    reading = { samples: await toSamples(answer), at, durationMs };
    if (outage) {
      log.recovered(query.id, clock() - outage.since);
      outage = undefined;
    }
  }

  function fail(error: unknown): void {
    const failure = failureOf(error);
    const before = outage;
    outage = { ...failure, since: before?.since ?? clock(), endsWithConnection: endsWithConnection(error) };
    if (before?.reason !== failure.reason) {
      log.failed(query.id, outage);
    }
  }

  return {
    query,
    reading: () => reading,
    outage: () => outage,
    async refresh() {
      try {
        await succeed(await read(sql));
      } catch (error) {
        fail(error);
      }
    },
  };
}
