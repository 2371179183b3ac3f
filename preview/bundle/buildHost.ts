import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';

import { copyFonts } from './copyFonts';
import { copyIcons } from './copyIcons';
import { looseExports } from './looseExports';
import { PAGE } from './page';

export interface HostFolders {
  readonly projectRoot: string;
  /** Replaced as a whole when everything is built. */
  readonly out: string;
}

/** Bundles the page of the preview, with its icons and fonts, into a folder that the server serves below /preview. */
export async function buildHost({ projectRoot, out }: HostFolders): Promise<void> {
  const unfinished = `${out}.${process.pid}`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  const host = (file: string): string => join(projectRoot, 'preview', 'host', file);
  const shared: BuildOptions = {
    outdir: unfinished,
    bundle: true,
    minify: true,
    target: 'es2022',
    platform: 'browser',
    logLevel: 'warning',
    // A word in SystemJS's package.json that only it knows.
    logOverride: { 'package.json': 'silent' },
  };
  try {
    await Promise.all([
      // A classic script: Grafana's packages read its settings while they are loaded, before any module's own code.
      build({ ...shared, entryPoints: [host('boot/boot.ts')], entryNames: 'boot', format: 'iife' }),
      build({
        ...shared,
        entryPoints: [host('host.tsx')],
        format: 'esm',
        splitting: true,
        plugins: [looseExports],
        define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
        loader: { '.woff': 'file', '.woff2': 'file', '.svg': 'file', '.ttf': 'file' },
      }),
      copyIcons(projectRoot, join(unfinished, 'icons')),
      copyFonts(projectRoot, join(unfinished, 'fonts')),
      writeFile(join(unfinished, 'index.html'), PAGE),
    ]);
    await rm(out, { recursive: true, force: true });
    await rename(unfinished, out);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}
