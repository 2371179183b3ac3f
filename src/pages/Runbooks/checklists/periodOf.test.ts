import { periodOf } from './periodOf';

describe('the period of a review', () => {
  it.each([
    ['2024-12-30', '2025-W01'],
    ['2026-01-01', '2026-W01'],
    ['2026-03-01', '2026-W09'],
    ['2026-03-02', '2026-W10'],
    ['2027-01-03', '2026-W53'],
  ])('is on %s the ISO week %s', (date, week) => {
    expect(periodOf('weekly', new Date(`${date}T12:00:00`))).toBe(week);
  });

  it('is the month or the quarter', () => {
    const date = new Date('2026-09-30T23:59:59');
    expect([periodOf('monthly', date), periodOf('quarterly', date)]).toEqual(['2026-09', '2026-Q3']);
  });
});
