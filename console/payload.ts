import { z } from 'zod';

/** Enough to see what is wrong; a long payload may have thousands. */
const NAMED = 10;

const texts = z.record(z.string(), z.string());
// With or without a zone offset: Alertmanager writes the zone of its machine.
const instant = z.iso.datetime({ offset: true });

const payloadAlert = z.object({
  status: z.enum(['firing', 'resolved']),
  labels: texts,
  annotations: texts,
  startsAt: instant,
  endsAt: instant,
  fingerprint: z.string(),
});

/** What Alertmanager posts to a webhook, version 4; fields that the console does not need are let pass. */
const payload = z.object({
  version: z.literal('4'),
  status: z.enum(['firing', 'resolved']),
  alerts: z.array(payloadAlert),
});

export type Payload = z.infer<typeof payload>;
export type PayloadAlert = z.infer<typeof payloadAlert>;

/** Reads the body of a webhook. Throws an `Error` that names the wrong fields, or says why the text is not JSON. */
export function readPayload(text: string): Payload {
  const result = payload.safeParse(parsed(text));
  if (!result.success) {
    const { issues } = result.error;
    const fields = issues.slice(0, NAMED).map(({ path, message }) => `${fieldName(path)}: ${message}`);
    const more = issues.length > NAMED ? ` and ${issues.length - NAMED} more` : '';
    throw new Error(
      `The body is not an Alertmanager webhook payload of version 4: ${fields.join('; ')}${more}. ` +
        'Let a webhook_configs entry of Alertmanager >= 0.25 send it.',
      { cause: result.error }
    );
  }
  return result.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The body is not JSON (${why}). Send the JSON of an Alertmanager webhook.`, { cause });
  }
}

/** `alerts[0].startsAt` */
const fieldName = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (name, key) => (typeof key === 'number' ? `${name}[${key}]` : name ? `${name}.${String(key)}` : String(key)),
    ''
  ) || 'the body';
