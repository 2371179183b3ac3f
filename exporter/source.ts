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

interface SourceOptions {
  readonly query: TieredQuery;
  /** How old a row has to be to count. */
  readonly settle: Duration;
  readonly read: (sql: string) => Promise<Answer>;
  readonly clock: Clock;
  readonly log: SourceLog;
}

export function createSource({ query, settle, read, clock, log }: SourceOptions): Source {
  const sql = exporterSql(query, settle);
  let reading: Reading | undefined;
  let outage: Outage | undefined;

  function succeed({ rows, at, durationMs }: Answer): void {
    reading = { samples: samplesOf(query, rows), at, durationMs };
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
        succeed(await read(sql));
      } catch (error) {
        fail(error);
      }
    },
  };
}
