import { durationsBetween } from '../simulator/application/applicationAt';
import { createPlan } from '../simulator/plan/plan';
import { HOUR, MINUTE } from '../simulator/plan/time';
import { applicationSeries } from './applicationSeries';

const END = Date.UTC(2026, 5, 11, 12);
const INSTANTS = Array.from({ length: 37 }, (_, i) => END - 3 * HOUR + i * 5 * MINUTE);
const plan = createPlan();
const series = applicationSeries(plan, INSTANTS);
const values = (name: string, le?: string) =>
  series.find((one) => one.name === name && one.labels.le === le)?.values.map((value) => value ?? NaN) ?? [];

describe('the history of the application', () => {
  it('counts from zero, and ends with all validations of its time', () => {
    const count = values('codegen_validation_duration_seconds_count');
    const all = durationsBetween(plan, END - 3 * HOUR, END);

    expect(all.count).toBeGreaterThan(0);
    expect([count.at(0), count.at(-1)]).toEqual([0, all.count]);
    expect(values('codegen_validation_duration_seconds_bucket', '+Inf')).toEqual(count);
    expect(values('codegen_validation_duration_seconds_bucket', '0.1').at(-1)).toBe(all.buckets['0.1']);
    expect(values('codegen_validation_duration_seconds_sum').at(-1)).toBeCloseTo(all.sum, 6);
  });

  it('never falls, and has a heap at every instant', () => {
    const count = values('codegen_validation_duration_seconds_count');

    count.slice(1).forEach((value, i) => expect(value).toBeGreaterThanOrEqual(count[i] ?? NaN));
    values('codegen_validation_heap_used_bytes').forEach((bytes) => expect(bytes).toBeGreaterThan(0));
  });
});
