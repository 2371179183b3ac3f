import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

import { locateTool } from '../../servers/locateTool';

/** What can be asked for with `--grafana`. */
export const PAGE_CHOICES = ['auto', 'binary', 'docker', 'preview'] as const;
export type PageChoice = (typeof PAGE_CHOICES)[number];

/** What shows the plugin, and why it. */
export type ChosenPage =
  | { readonly kind: 'preview'; readonly why: string }
  | { readonly kind: 'docker'; readonly why: string }
  | { readonly kind: 'binary'; readonly why: string; readonly grafana: string; readonly home: string };

/**
 * A Grafana on PATH when it is recent enough, else the preview; Docker only when asked.
 * @throws Error when what was asked for is not there
 */
export async function chosenPage(choice: PageChoice, path = process.env.PATH ?? ''): Promise<ChosenPage> {
  switch (choice) {
    case 'preview':
      return { kind: 'preview', why: 'as asked' };
    case 'docker':
      return { kind: 'docker', why: 'as asked' };
    default: {
      const found = await locateGrafana(path);
      if (typeof found !== 'string') {
        return found;
      }
      if (choice === 'binary') {
        throw new Error(`${found}. Put a Grafana of 12.3 or newer on PATH, or start without --grafana binary.`);
      }
      return { kind: 'preview', why: found };
    }
  }
}

async function locateGrafana(path: string): Promise<ChosenPage | string> {
  const located = await locateTool('grafana', ['grafana'], path.split(delimiter));
  if (!('tool' in located)) {
    return located.found ? located.problem : 'no grafana on PATH';
  }
  const { path: grafana, version } = located.tool;
  const home = [dirname(dirname(realpathSync(grafana))), '/usr/share/grafana', '/usr/local/share/grafana'].find((one) =>
    existsSync(join(one, 'conf', 'defaults.ini'))
  );
  return home === undefined
    ? `${grafana} was found, but not its files (conf/defaults.ini)`
    : { kind: 'binary', why: `Grafana ${version} from PATH`, grafana, home };
}
