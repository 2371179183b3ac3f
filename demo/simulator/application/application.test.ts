import { performanceMetrics } from '../../../src/catalog/systems/validation/performanceMetrics';
import { createPlan } from '../plan/plan';
import { DAY, HOUR, MINUTE } from '../plan/time';
import { durationsBetween } from './applicationAt';
import { type Disturbance } from './disturbance';
import { heapAt } from './heap';
import { logLines } from './logLines';
import { applicationMetrics } from './metrics';
import { validationsBetween } from './validations';

const NOW = Date.UTC(2026, 5, 11, 9, 17);
const SLOW_MS = 200;
const MIB = 1024 ** 2;
const plan = createPlan();
const { seedNumber } = plan.options;

const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
const durations = (from: number, to: number, disturbances: readonly Disturbance[] = []) =>
  validationsBetween(plan, from, to, disturbances).map(({ durationMs }) => durationMs);
const lowest = (from: number, to: number, disturbances: readonly Disturbance[] = []) => {
  const minutes = Array.from({ length: (to - from) / MINUTE }, (_, i) => from + i * MINUTE);
  return Math.min(...minutes.map((at) => heapAt(seedNumber, at, disturbances)));
};

describe('the simulated application', () => {
  it('says the same of an interval whole and in parts', () => {
    const whole = validationsBetween(plan, NOW - HOUR, NOW);
    const parts = Array.from({ length: 60 }, (_, i) =>
      validationsBetween(plan, NOW - HOUR + i * MINUTE, NOW - HOUR + (i + 1) * MINUTE)
    );
    expect(parts.flat()).toEqual(whole);
    expect(whole.length).toBeGreaterThan(60);
  });

  it('is healthy in every hour of a week: quick, few slow ones, no trend of the heap', () => {
    const hours = Array.from({ length: 7 * 24 }, (_, i) => NOW - (i + 1) * HOUR);
    const slow = hours.flatMap((from) => {
      const found = durations(from, from + HOUR);
      expect(mean(found)).toBeLessThan(80);
      expect(found.filter((one) => one > SLOW_MS).length / found.length).toBeLessThan(0.05);
      expect(lowest(from, from + HOUR) / lowest(from - 6 * HOUR, from - 5 * HOUR)).toBeLessThan(1.15);
      return found.filter((one) => one > SLOW_MS);
    });
    // Some there are, for the log to show.
    expect(slow.length).toBeGreaterThan(5);
  });

  it('counts the same validations in its histogram', () => {
    const found = durations(NOW - DAY, NOW).map((one) => one / 1000);
    const { buckets, sum, count } = durationsBetween(plan, NOW - DAY, NOW);
    expect(count).toBe(found.length);
    expect(sum).toBeCloseTo(mean(found) * found.length, 6);
    expect(buckets['0.2']).toBe(found.filter((one) => one <= 0.2).length);
    expect(Object.keys(buckets).sort()).toEqual([...performanceMetrics.duration.buckets].sort());
  });

  it('is disturbed from an instant on, and not before', () => {
    const slow: Disturbance = {
      since: NOW - 10 * MINUTE,
      extra: { perMinute: 60, slowShare: 1, slowMs: 800, quickMs: 25 },
    };
    expect(durations(NOW - HOUR, NOW - 10 * MINUTE, [slow])).toEqual(durations(NOW - HOUR, NOW - 10 * MINUTE));
    expect(mean(durations(NOW - 10 * MINUTE, NOW, [slow]))).toBeGreaterThan(500);
    const spikes: Disturbance = { ...slow, extra: { perMinute: 120, slowShare: 0.3, slowMs: 230, quickMs: 25 } };
    const disturbed = durations(NOW - 10 * MINUTE, NOW, [spikes]);
    expect(mean(disturbed)).toBeLessThan(100);
    expect(disturbed.filter((one) => one > SLOW_MS).length / disturbed.length).toBeGreaterThan(0.2);
  });

  it('keeps more, and more and more, on its heap when it is told to', () => {
    const since = NOW - 12 * HOUR;
    const usual = heapAt(seedNumber, NOW);
    expect(usual).toBeLessThan(300 * MIB);
    expect(heapAt(seedNumber, NOW, [{ since, heapBytes: 500 * MIB }])).toBe(usual + 500 * MIB);
    const leak = [{ since, leak: { factor: 1.44, everyMs: 6 * HOUR } }];
    expect(heapAt(seedNumber, since - 1, leak)).toBe(heapAt(seedNumber, since - 1));
    expect(lowest(NOW - HOUR, NOW, leak) / lowest(NOW - 7 * HOUR, NOW - 6 * HOUR, leak)).toBeGreaterThan(1.2);
  });

  it('logs each validation in the formats of the documents', () => {
    const validation = { at: NOW, durationMs: 212.5, fixes: 3, heapBefore: 499 * MIB, heapAfter: 501 * MIB };
    expect(logLines(validation).map(({ message }) => message)).toEqual([
      '[MEMORY] Before validation: 499MB heap',
      '[VALIDATION PERFORMANCE] Duration: 212.50ms, Fixes: 3',
      '[VALIDATION PERFORMANCE] Slow validation: 212.50ms',
      '[MEMORY] After validation: 501MB heap',
      '[MEMORY WARNING] High heap usage: 501MB',
    ]);
    expect(logLines({ ...validation, durationMs: 200, heapAfter: 500 * MIB })).toHaveLength(3);
  });
});

describe('the metrics of the simulated application', () => {
  const page = async (wrong: readonly Disturbance[] = []) => {
    let now = NOW - HOUR;
    const metrics = applicationMetrics({ plan, disturbances: () => wrong, clock: () => now });
    await metrics.page();
    now = NOW;
    return metrics.page();
  };

  it('are those of the contract, since its start', async () => {
    const text = await page();
    const { count, buckets } = durationsBetween(plan, NOW - HOUR, NOW);
    expect(text).toContain(`codegen_validation_duration_seconds_count ${count}\n`);
    expect(text).toContain(`codegen_validation_duration_seconds_bucket{le="0.2"} ${buckets['0.2']}\n`);
    expect(text).toContain(`codegen_validation_heap_used_bytes ${heapAt(seedNumber, NOW)}\n`);
  });

  it('lack what a new version forgot', async () => {
    const text = await page([{ since: NOW - MINUTE, withheld: [performanceMetrics.heap.name] }]);
    expect(text).not.toContain('heap');
    expect(text).toContain('codegen_validation_duration_seconds_sum');
  });
});
