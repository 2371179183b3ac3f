import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const iconSet = z.object({ icons: z.record(z.string(), z.object({ body: z.string() })) });

/** Icons that only Grafana's own repository holds, and what stands for them here. */
const STAND_INS: Readonly<Record<string, string>> = {
  ai: 'brain',
  drilldown: 'angle-double-down',
  'legend-hide': 'eye-slash',
  'legend-show': 'eye',
  'table-collapse-all': 'angle-double-up',
  'table-expand-all': 'angle-double-down',
};

/** Grafana's icons: its package holds its own only, the others are Unicons, which Iconify packs into one file. */
export async function copyIcons(projectRoot: string, out: string): Promise<void> {
  const packages = join(projectRoot, 'node_modules');
  const { icons } = iconSet.parse(
    JSON.parse(await readFile(join(packages, '@iconify-json', 'uil', 'icons.json'), 'utf8'))
  );
  const standIns = Object.entries(STAND_INS).flatMap(([name, like]) =>
    icons[like] ? [[name, icons[like]] as const] : []
  );
  await mkdir(join(out, 'unicons'), { recursive: true });
  await Promise.all(
    [...Object.entries(icons), ...standIns].map(([name, { body }]) =>
      writeFile(join(out, 'unicons', `${name}.svg`), drawing(body))
    )
  );
  await cp(join(packages, '@grafana', 'ui', 'dist', 'public', 'img', 'icons'), out, { recursive: true });
}

/** Without a colour of its own: the page gives it one. */
const drawing = (body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${body.replaceAll('fill="currentColor"', '')}</svg>`;
