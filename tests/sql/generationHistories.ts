import fc from 'fast-check';

import { type AnalyticsRow, type FailureRow, type GenerationRows, type RunRow, type TestRow } from './generationRows';

const HOUR = 3_600_000;
/** When all of it is looked at. */
export const NOW = Date.parse('2026-06-20T12:00:00Z');

/** Around the edges of every window, and anywhere in the last nine days. */
const instant = fc.oneof(
  fc
    .tuple(fc.constantFrom(0, 1, 6, 24, 168, 174, 192), fc.constantFrom(-1, 0, 0, 1))
    .map(([hours, off]) => NOW - hours * HOUR + off),
  fc.integer({ min: NOW - 216 * HOUR, max: NOW }),
  fc.integer({ min: NOW - HOUR, max: NOW - 1 })
);

const ERROR_TYPES = ['TypeError', 'AI timeout', 'Überlauf', 'rate'];
const FINGERPRINTS = Array.from({ length: 14 }, (_, i) => i.toString(16).padStart(16, 'a'));
const framework = fc.constantFrom('React', 'react', 'HTML', 'Vue', 'Next.js', 'Svelte', '', null);

const failure: fc.Arbitrary<FailureRow> = fc.record({
  at: instant,
  error_type: fc.constantFrom(...ERROR_TYPES),
  failure_category: fc.constantFrom(
    'ai_timeout',
    'rate_limit',
    'validation_error',
    'dependency_error',
    'syntax_error',
    'unknown',
    'Rate_Limit',
    null
  ),
  severity: fc.constantFrom('low', 'medium', 'high', 'critical', 'fatal', null),
  fingerprint: fc.oneof(fc.constantFrom(...FINGERPRINTS), fc.constantFrom('ann@example.org', null)),
  framework,
  user_id: fc.constantFrom('u1', 'u2', 'u3', null),
  project_id: fc.constantFrom('p1', 'p2', null),
  test_generated: fc.constantFrom(true, false, null),
});

const NAMES = Array.from({ length: 13 }, (_, i) => `phase-${i}`);
const number = fc.constantFrom<unknown>(0, 12, 340, 1500.5, 90_000, -3, 1e300, '12', null, true);
const metadata = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record(
      {
        duration: number,
        buildTime: number,
        memory: number,
        fileCount: number,
        phases: fc.oneof(
          fc.array(
            fc.oneof(
              fc.record({
                name: fc.constantFrom<unknown>('Plan', 'plan', ...NAMES, 'Ann, call me', 7, null),
                duration: number,
              }),
              fc.constantFrom<unknown>(null, 3, 'plan', [])
            ),
            { maxLength: 8 }
          ),
          fc.constantFrom<unknown>('none', null, {})
        ),
      },
      { requiredKeys: [] }
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, [], 'text', 5) }
);

const analytics: fc.Arbitrary<AnalyticsRow> = fc.record({
  at: instant,
  success: fc.constantFrom(true, true, true, false),
  framework,
  metadata,
});

const tests: fc.Arbitrary<TestRow[]> = fc
  .array(
    fc.record({
      at: instant,
      error_type: fc.constantFrom(...ERROR_TYPES, 'another'),
      status: fc.constantFrom('proposed', 'approved', 'approved', 'rejected'),
      pass_count: fc.constantFrom(0, 0, 3),
      reviewed: fc.option(instant, { nil: null }),
    }),
    { maxLength: 6 }
  )
  .map((all) =>
    all.map(({ reviewed, ...test }, i) => ({
      ...test,
      id: i + 1,
      reviewed_at: reviewed === null ? null : new Date(reviewed).toISOString(),
    }))
  );

const runs: fc.Arbitrary<RunRow[]> = fc
  .array(
    fc.record({
      at: instant,
      test_id: fc.integer({ min: 1, max: 7 }),
      passed: fc.boolean(),
      version: fc.constantFrom('v1', 'v2', 'v3', 'v4'),
    }),
    { maxLength: 20 }
  )
  .map((all) => all.map((run, i) => ({ ...run, id: 1 + ((i * 7919) % 1009) })));

/** What may stand in the generator's tables: before, at and behind the edges of every window, NULLs and nonsense included. */
export const generationHistory: fc.Arbitrary<GenerationRows> = fc.record({
  failures: fc.array(failure, { maxLength: 90, size: 'max' }),
  analytics: fc.array(analytics, { maxLength: 60, size: 'max' }),
  tests,
  runs,
});
