import { z } from 'zod';
import { type Stack } from '../stack/stackFile';

/** An alert at one level, as labels tell it. */
export interface Labelled {
  readonly alertname: string;
  readonly severity: string;
}

const TIMEOUT = 5_000;

const activeAlerts = z.array(z.object({ labels: z.record(z.string(), z.string()) }));
const ruled = z.object({
  data: z.object({
    alerts: z.array(z.object({ labels: z.record(z.string(), z.string()), state: z.enum(['pending', 'firing']) })),
  }),
});
const received = z.object({
  alerts: z.array(
    z.object({
      receivedAt: z.string(),
      status: z.enum(['firing', 'resolved']),
      alertname: z.string(),
      severity: z.string(),
    })
  ),
});

/** What Alertmanager holds of one component, silenced and inhibited ones too. Throws when it does not answer as it should. */
export async function activeOf({ services }: Stack, component: string): Promise<Labelled[]> {
  const filter = encodeURIComponent(`component=${JSON.stringify(component)}`);
  const alerts = await ask(`${services.alertmanager?.url}/api/v2/alerts?filter=${filter}`, activeAlerts);
  return alerts.map(({ labels }) => ({ alertname: labels.alertname ?? '', severity: labels.severity ?? '' }));
}

/** When the console was first told of it at or after `since` (milliseconds); nothing when it was not yet. */
export async function toldAt(
  { services }: Stack,
  { alertname, severity }: Labelled,
  status: 'firing' | 'resolved',
  since: number
): Promise<number | undefined> {
  const { alerts } = await ask(`${services.console?.url}/alerts`, received);
  return alerts
    .filter((alert) => alert.alertname === alertname && alert.severity === severity && alert.status === status)
    .map(({ receivedAt }) => Date.parse(receivedAt))
    .find((at) => at >= since);
}

/** Where an alert stands in Prometheus, whoever was told of it; nothing when its rule sees nothing. */
export async function stateInPrometheus(
  { services }: Stack,
  wanted: Labelled
): Promise<'pending' | 'firing' | undefined> {
  const { data } = await ask(`${services.prometheus?.url}/api/v1/alerts`, ruled);
  const states = data.alerts
    .filter(({ labels }) => labels.alertname === wanted.alertname && labels.severity === wanted.severity)
    .map(({ state }) => state);
  return states.includes('firing') ? 'firing' : states[0];
}

export const includes = (alerts: readonly Labelled[], { alertname, severity }: Labelled): boolean =>
  alerts.some((alert) => alert.alertname === alertname && alert.severity === severity);

async function ask<T>(url: string, shape: z.ZodType<T>): Promise<T> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT) });
    return shape.parse(await response.json());
  } catch (cause) {
    throw new Error(`Asking ${url} what fires failed: does that service run? \`npm start\` shows its state`, { cause });
  }
}
