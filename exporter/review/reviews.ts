import { Counter, type Registry } from 'prom-client';
import { type Logger } from 'pino';

import { type ReviewedTests } from '../../src/catalog/kinds/reviewedTests';
import { platformMetrics } from '../../src/catalog/systems/platform/metrics';
import { type Clock } from '../clock';
import { grafanaKeys } from './grafanaKeys';
import { createReviewApi, type ReviewApi } from './reviewApi';
import { type ReviewOptions } from './reviewOptions';
import { openReviewPool } from './reviewPool';
import { reviewStore } from './reviewStore';
import { keepSweeping } from './sweep';
import { sweepLog } from './sweepLog';
import { createVerifyToken } from './verifyToken';

export interface ReviewsOptions extends ReviewOptions {
  readonly tests: ReviewedTests;
  /** How often tests that were put off are made. */
  readonly sweepMs: number;
}

/** All that the exporter does as the role genwatch_reviewer. */
export interface Reviews {
  readonly api: ReviewApi;
  /** Begins to make the tests that were put off. */
  start(): void;
  stop(): Promise<void>;
}

export function openReviews(
  { databaseUrl, secret, grafanaUrl, tests, sweepMs }: ReviewsOptions,
  registry: Registry,
  clock: Clock,
  log: Logger
): Reviews {
  const pool = openReviewPool(databaseUrl);
  const store = reviewStore(pool, tests);
  const { name, help } = platformMetrics.sweepErrors;
  const errors = new Counter({ name, help, registers: [registry] });
  let stopSweeping: () => void = () => undefined;
  return {
    api: createReviewApi({
      secret,
      store,
      // Tokens hold the time of day.
      ...(grafanaUrl && { verifyToken: createVerifyToken(grafanaKeys(grafanaUrl, clock), Date.now) }),
      onFailure: ({ reason, code, remedy }) => log.warn({ reason, code, remedy }, 'a verdict could not be written'),
    }),
    start() {
      const sweep = keepSweeping({
        sweep: () => store.sweep(),
        everyMs: sweepMs,
        log: sweepLog(log),
        onError: () => errors.inc(),
      });
      stopSweeping = () => sweep.stop();
    },
    async stop() {
      stopSweeping();
      await pool.close();
    },
  };
}
