import { zipSync } from 'fflate';
import { type PluginFiles } from './pluginFiles';

/** The oldest time that a zip can tell: equal files make equal packages, whenever they are built. */
const ALWAYS = new Date(1980, 0, 1);

/** A zip with the plugin in a folder of its id, as Grafana and its catalogue want it. */
export const zipPlugin = (files: PluginFiles, id: string): Uint8Array =>
  zipSync(Object.fromEntries([...files].map(([name, content]) => [`${id}/${name}`, content])), {
    level: 9,
    mtime: ALWAYS,
  });
