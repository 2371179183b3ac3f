import { z } from 'zod';

import { errorCode } from '../../exporter/errorCode';
import { HEALTH_ALERT, type PostedAlert } from './alerts';

const TIMEOUT_MS = 5_000;

const held = z.array(
  z.object({
    labels: z.record(z.string(), z.string()),
    annotations: z.record(z.string(), z.string()),
    startsAt: z.string(),
  })
);

interface Posted {
  /** What is bad now. */
  readonly alerts: readonly PostedAlert[];
  /** Whether this check may say that an alert of an earlier one is over. */
  readonly isOver: (labels: Readonly<Record<string, string>>) => boolean;
  readonly now: Date;
}

/**
 * Tells one Alertmanager (`http://host:port`): posts what is bad, and resolves what it still holds of earlier checks.
 * @throws Error naming the address and the remedy
 */
export async function notify(base: string, { alerts, isOver, now }: Posted): Promise<void> {
  const filter = encodeURIComponent(`alertname="${HEALTH_ALERT}"`);
  const known = held.safeParse(await ask(base, `/api/v2/alerts?filter=${filter}`));
  if (!known.success) {
    throw new Error(`${shown(base)} does not answer like an Alertmanager. Correct targets.alertmanager.`);
  }
  const current = new Set(alerts.map(({ labels }) => keyOf(labels)));
  const over = known.data
    .filter(({ labels }) => !current.has(keyOf(labels)) && isOver(labels))
    .map((alert) => ({ ...alert, endsAt: now.toISOString() }));
  if (alerts.length + over.length > 0) {
    await ask(base, '/api/v2/alerts', [...alerts, ...over]);
  }
}

async function ask(base: string, path: string, body?: unknown): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(base + path, {
      ...(body !== undefined && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (cause) {
    const code = errorCode(cause instanceof Error ? cause.cause : undefined) ?? 'no answer in time';
    throw new Error(
      `Alertmanager at ${shown(base)} was not told (${code}). Check that it runs, and targets.alertmanager in genwatch.config.yaml.`,
      { cause }
    );
  }
  if (!response.ok) {
    throw new Error(`Alertmanager at ${shown(base)} refused the alert (status ${response.status}). Its log says why.`);
  }
  return response.json().catch(() => undefined);
}

const keyOf = (labels: Readonly<Record<string, string>>) => JSON.stringify(Object.entries(labels).sort());

/** An address may carry a password. */
function shown(base: string): string {
  return URL.canParse(base) ? new URL(base).host : 'the configured address';
}
