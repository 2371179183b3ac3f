import { cleanText } from './cleanText';
import { type Notification } from './notification';
import { utc } from './utc';

/** One line for an alert that was shown before and is delivered again, as Alertmanager does when its group changes. */
export function reminder({ alertname, component, severity, startsAt, annotations }: Notification): string {
  const what = cleanText(annotations.summary ?? alertname);
  return `… still firing since ${utc(startsAt)}: ${what} (${cleanText(component)}, ${cleanText(severity)})`;
}
