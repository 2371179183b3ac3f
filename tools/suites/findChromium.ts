import { delimiter, join } from 'node:path';

import { isProgram } from '../../demo/servers/isProgram';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** The Chromium to look with: what CHROMIUM names, else the first one on PATH. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const onPath = (env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const candidates = env.CHROMIUM ? [env.CHROMIUM] : onPath;
  return candidates.find(isProgram);
}
