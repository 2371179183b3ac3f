import { readFile, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

import { type Answer } from './answer';
import { HttpError } from './httpError';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/**
 * A file below a folder.
 * @throws HttpError 404 when it is not there, or not below it
 */
export async function staticFile(folder: string, path: string): Promise<Answer> {
  const file = join(folder, path);
  if (!file.startsWith(folder + sep) || path.includes('\0')) {
    throw new HttpError(404, 'Not found');
  }
  try {
    const [body, { mtimeMs, size }] = await Promise.all([readFile(file), stat(file)]);
    return {
      status: 200,
      type: TYPES[extname(file)] ?? 'application/octet-stream',
      body,
      headers: { etag: `"${Math.round(mtimeMs)}-${size}"` },
    };
  } catch (cause) {
    throw new HttpError(404, 'Not found', { cause });
  }
}
