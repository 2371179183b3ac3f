import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const dashboard = z.looseObject({ uid: z.string(), title: z.string(), tags: z.array(z.string()).default([]) });
export type DashboardJson = Readonly<z.infer<typeof dashboard>>;

/** The dashboards of a folder, by title; read anew each time, so that a generated one shows at the next look. */
export async function readDashboards(folder: string): Promise<readonly DashboardJson[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json'));
  const found = await Promise.all(files.map((file) => readDashboard(join(folder, file))));
  return found.sort((a, b) => a.title.localeCompare(b.title, 'en'));
}

async function readDashboard(file: string): Promise<DashboardJson> {
  try {
    return dashboard.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    throw new Error(`${file} is no dashboard: run npm run generate`, { cause });
  }
}
