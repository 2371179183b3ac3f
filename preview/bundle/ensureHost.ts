import { join } from 'node:path';

import { type FreshBuild } from '../../demo/stack/page/freshBuild';
import { newestChange } from '../../demo/stack/page/newestChange';
import { buildHost, type HostFolders } from './buildHost';

const SOURCES = ['preview/host', 'preview/bundle', 'src/panels', 'src/catalog/kinds', 'package-lock.json'];

/** Where the page of the preview is kept; it belongs to the checkout, whatever stacks run. */
export const hostFolder = (projectRoot: string): string => join(projectRoot, '.genwatch', 'preview');

/** Bundles the page of the preview when its sources are newer. */
export async function ensureHost({ projectRoot, out }: HostFolders): Promise<FreshBuild> {
  const built = newestChange([join(out, 'index.html')]);
  if (built > newestChange(SOURCES.map((path) => join(projectRoot, path)))) {
    return 'kept';
  }
  await buildHost({ projectRoot, out });
  return 'built';
}
