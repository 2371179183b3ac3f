import { z } from 'zod';
import { type Answer } from './answerChecklist';

const TIMEOUT_MS = 10_000;
const SHOWN = 5;

const matrix = z.object({
  data: z.object({
    result: z.array(z.object({ metric: z.record(z.string(), z.string()), value: z.tuple([z.number(), z.string()]) })),
  }),
});

/**
 * Which alerts fired in the last `days`, the longest first; those that fire to say that all is well are left out.
 * @throws Error naming the address when Prometheus does not answer
 */
export async function firedAlerts(base: string, days: number): Promise<Answer> {
  // One sample a minute is precise enough for a review, and cheap over a quarter.
  const expr = `count_over_time(max by (alertname, severity) (ALERTS{alertstate="firing", severity!="info"})[${days}d:1m])`;
  let fired: z.infer<typeof matrix>['data']['result'];
  try {
    const url = `${base}/api/v1/query?query=${encodeURIComponent(expr)}`;
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    fired = matrix.parse(await response.json()).data.result;
  } catch (cause) {
    const place = URL.canParse(base) ? new URL(base).host : 'the configured address';
    throw new Error(`Prometheus at ${place} did not say which alerts fired. Check that it runs.`, { cause });
  }
  const alerts = fired
    .map(({ metric, value: [, minutes] }) => ({ ...metric, minutes: Number(minutes) }))
    .map(({ minutes, ...labels }: { minutes: number; alertname?: string; severity?: string }) => ({
      minutes,
      ...labels,
    }))
    .sort((a, b) => b.minutes - a.minutes);
  const told = alerts
    .slice(0, SHOWN)
    .map(({ alertname, severity, minutes }) => `${alertname} (${severity}) ${inWords(minutes)}`);
  const more = alerts.length > SHOWN ? `, and ${alerts.length - SHOWN} more` : '';
  return {
    id: 'ALERTS',
    text: alerts.length === 0 ? `No alert fired in ${days} days.` : `Fired in ${days} days: ${told.join(', ')}${more}.`,
    attention: alerts.length > 0,
  };
}

const inWords = (minutes: number): string => (minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`);
