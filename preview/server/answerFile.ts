import { extname, join } from 'node:path';

import { type Answer } from './http/answer';
import { HttpError } from './http/httpError';
import { staticFile } from './http/staticFile';
import { type PreviewOptions } from './options';
import { bootSettings } from './settings/bootSettings';

const APP = /^\/public\/plugins\/[\w-]+\//;
const ICONS = '/public/build/img/icons/';
const FONTS = '/public/fonts/';
const HOST = '/preview/';

/** The page, what it is made of, and the built plugin; every other path is a place in the page. */
export async function answerFile(path: string, options: PreviewOptions): Promise<Answer> {
  const { pluginFolder, hostFolder } = options;
  if (path === '/preview/settings.js') {
    const settings = JSON.stringify(await bootSettings(options));
    return { status: 200, type: 'text/javascript; charset=utf-8', body: `window.genwatchPreview = ${settings};\n` };
  }
  if (APP.test(path)) {
    return staticFile(pluginFolder, path.replace(APP, ''));
  }
  if (path.startsWith(ICONS)) {
    return staticFile(join(hostFolder, 'icons'), path.slice(ICONS.length));
  }
  if (path.startsWith(FONTS)) {
    return staticFile(join(hostFolder, 'fonts'), path.slice(FONTS.length));
  }
  if (path.startsWith(HOST)) {
    return staticFile(hostFolder, path.slice(HOST.length));
  }
  if (path.startsWith('/public/') || extname(path) !== '') {
    throw new HttpError(404, 'Not found');
  }
  return staticFile(hostFolder, 'index.html');
}
