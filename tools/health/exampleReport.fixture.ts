import { type Check } from './check';
import { reportOf, type Report } from './report';

/** A check of the success rate, healthy unless changed. */
export const exampleCheck = (changes: Partial<Check> = {}): Check => ({
  system: 'validation',
  threshold: 'validation.success_rate',
  alert: 'ValidationSuccessRateLow',
  component: 'repair',
  title: 'Success rate of finished repair chains',
  labels: {},
  status: 'healthy',
  value: 83.3333,
  unit: 'percent',
  bound: { level: 'warning', bound: '< 80' },
  margin: 3.3333,
  window: '24h',
  minimumSample: 5,
  ...changes,
});

export const exampleReport = (...checks: readonly Check[]): Report =>
  reportOf({
    checks,
    notJudged: [],
    readings: [],
    health: {},
    database: '127.0.0.1:5432/genwatch',
    at: new Date('2026-06-11T09:17:03Z'),
  });
