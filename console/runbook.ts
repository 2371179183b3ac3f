import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HttpError } from './httpError';

/** Letters and digits only, so that no name can leave the folder. */
const FILE = /^([A-Za-z0-9]+)\.md$/;

/** The markdown of `<Alert>.md` in `folder`. Throws an `HttpError` 404 when there is none. */
export async function readRunbook(folder: string, file: string): Promise<string> {
  const [, alert] = FILE.exec(file) ?? [];
  if (!alert) {
    throw new HttpError(404, 'A runbook is called like its alert: /runbooks/<Alert>.md, with letters and digits only.');
  }
  try {
    return await readFile(join(folder, `${alert}.md`), 'utf8');
  } catch (cause) {
    if (isMissing(cause)) {
      const message = `There is no runbook for ${alert} here. GENWATCH_RUNBOOKS names the folder of the runbooks.`;
      throw new HttpError(404, message, { cause });
    }
    throw new Error(`Reading the runbook of ${alert} failed: check that the console may read it.`, { cause });
  }
}

const isMissing = (cause: unknown) =>
  typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ENOENT';
