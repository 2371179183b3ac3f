import { t } from '../../app/t';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long something lasts, as coarse as people say it: "5 minutes", "2 days". `ms` in milliseconds. */
export function durationInWords(ms: number): string {
  if (ms < MINUTE) {
    return t('time.moments', 'less than a minute');
  }
  if (ms < HOUR) {
    return t('time.minutes', '', {
      count: Math.floor(ms / MINUTE),
      defaultValue_one: '{{count}} minute',
      defaultValue_other: '{{count}} minutes',
    });
  }
  if (ms < 2 * DAY) {
    return t('time.hours', '', {
      count: Math.floor(ms / HOUR),
      defaultValue_one: '{{count}} hour',
      defaultValue_other: '{{count}} hours',
    });
  }
  return t('time.days', '', {
    count: Math.floor(ms / DAY),
    defaultValue_one: '{{count}} day',
    defaultValue_other: '{{count}} days',
  });
}
