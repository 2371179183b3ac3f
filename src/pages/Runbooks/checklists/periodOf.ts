import { type Review } from '../../../catalog/kinds/checklist';

const DAY_MS = 24 * 3600 * 1000;

/**
 * The period in which a review is due, by the calendar of the user: the ISO week `2026-W09`, the month `2026-03`, the
 * quarter `2026-Q1`.
 */
export function periodOf(review: Review, date: Date): string {
  const [year, month] = [date.getFullYear(), date.getMonth()];
  switch (review) {
    case 'weekly':
      return isoWeek(year, month, date.getDate());
    case 'monthly':
      return `${year}-${String(month + 1).padStart(2, '0')}`;
    case 'quarterly':
      return `${year}-Q${Math.floor(month / 3) + 1}`;
  }
}

/** A week belongs to the year of its Thursday. */
function isoWeek(year: number, month: number, day: number): string {
  const midnight = Date.UTC(year, month, day);
  const sinceMonday = (new Date(midnight).getUTCDay() + 6) % 7;
  const thursday = new Date(midnight + (3 - sinceMonday) * DAY_MS);
  const yearOfWeek = thursday.getUTCFullYear();
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(yearOfWeek, 0, 1)) / (7 * DAY_MS));
  return `${yearOfWeek}-W${String(week).padStart(2, '0')}`;
}
