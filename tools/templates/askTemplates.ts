import { z } from 'zod';

import { PATTERN_SETTINGS } from '../../src/catalog/kinds/unknownMessages';
import { FAILURE_CATEGORIES } from '../../src/catalog/settings/settings';
import { type TemplatesDocument } from '../../src/catalog/templates/minedTemplate';

const TIMEOUT_MS = 5_000;

const template = z.object({
  system: z.string(),
  setting: z.enum(PATTERN_SETTINGS),
  id: z.string(),
  template: z.string(),
  name: z.string(),
  category: z.enum(FAILURE_CATEGORIES),
  count: z.number(),
  firstSeen: z.string(),
  lastSeen: z.string(),
  examples: z.array(z.string()),
});

const reading = z.object({
  system: z.string(),
  window: z.string(),
  messages: z.number(),
  isPart: z.boolean(),
  ageSeconds: z.number(),
});

const templates = z.object({ readings: z.array(reading), templates: z.array(template) });

/**
 * What the exporter at a URL found in messages that no pattern knows.
 * @throws Error with what to do
 */
export async function askTemplates(exporter: string, token: string | undefined): Promise<TemplatesDocument> {
  const url = `${exporter.replace(/\/+$/, '')}/templates`;
  let response: Response;
  try {
    response = await fetch(url, {
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (cause) {
    throw new Error(`The exporter at ${exporter} does not answer. Check that it runs, and its address.`, { cause });
  }
  if (response.status === 401) {
    throw new Error(`The exporter at ${exporter} asks for its token. Name the file that holds it with --token-file.`);
  }
  if (!response.ok) {
    throw new Error(`${url} answers ${response.status}: it is no exporter of Genwatch, or an older one.`);
  }
  try {
    return templates.parse(await response.json());
  } catch (cause) {
    throw new Error(`${url} answers with something else than templates. Check the address.`, { cause });
  }
}
