import { stepMs } from './stepMs';

describe('the step of a range query', () => {
  it('is as the panel is wide, but not below what is scraped', () => {
    expect(stepMs({ rangeMs: 86_400_000, intervalMs: 120_000 })).toBe(120_000);
    expect(stepMs({ rangeMs: 60_000, intervalMs: 100 })).toBe(15_000);
  });

  it('is at least what the query wants', () => {
    expect(stepMs({ rangeMs: 60_000, intervalMs: 100, interval: '1s' })).toBe(1000);
    expect(stepMs({ rangeMs: 60_000, intervalMs: 100, interval: '2m' })).toBe(120_000);
  });

  it('never asks for more samples than Prometheus answers', () => {
    const rangeMs = 30 * 86_400_000;
    expect(rangeMs / stepMs({ rangeMs, intervalMs: 1 })).toBeLessThanOrEqual(11_000);
  });
});
