import { type Settings } from '../src/catalog/settings/settings';
import { type AlertLevel } from '../src/catalog/kinds/threshold';
import { type Notification } from './notification';

/** How urgent a notification is. */
export type Tone = AlertLevel | 'resolved' | 'unknown';

/** Emoji and terminal colour of each tone; the web page has its colours under the same names. */
export const LOOKS = {
  critical: { emoji: '🚨', colour: 'red' },
  warning: { emoji: '⚠️', colour: 'yellow' },
  info: { emoji: 'ℹ️', colour: 'blue' },
  resolved: { emoji: '✅', colour: 'green' },
  unknown: { emoji: '🔔', colour: 'yellow' },
} as const satisfies Record<Tone, { emoji: string; colour: string }>;

/** `severities` says what this installation calls each level. */
export function toneOf({ status, severity }: Notification, severities: Settings['severities']): Tone {
  if (status === 'resolved') {
    return 'resolved';
  }
  const levels = Object.keys(severities) as AlertLevel[];
  return levels.find((level) => severities[level] === severity) ?? 'unknown';
}
