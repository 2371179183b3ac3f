import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const route = z.object({
  path: z.string(),
  method: z.string(),
  url: z.string(),
  reqRole: z.string().optional(),
  headers: z.array(z.object({ name: z.string(), content: z.string() })).default([]),
});

const include = z.looseObject({
  type: z.string(),
  name: z.string().default(''),
  path: z.string().default(''),
  uid: z.string().optional(),
  addToNav: z.boolean().default(false),
  defaultNav: z.boolean().default(false),
});

const pluginJson = z.looseObject({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  includes: z.array(include).default([]),
  routes: z.array(route).default([]),
});

export type PluginJson = Readonly<z.infer<typeof pluginJson>>;

/**
 * The built plugin's own description.
 * @throws Error when it has not been built
 */
export async function readPluginJson(folder: string): Promise<PluginJson> {
  const file = join(folder, 'plugin.json');
  try {
    return pluginJson.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    throw new Error(`${file} cannot be read: build the plugin with npm run build first`, { cause });
  }
}
