import { type Answer, json } from '../http/answer';
import { HttpError } from '../http/httpError';
import { readPluginJson } from '../settings/pluginJson';
import { type ApiRequest } from './apiRequest';

/** `GET /api/plugins/<id>/settings`: the app, as enabled and not configured otherwise. */
export async function pluginSettings({ options }: ApiRequest, id: string): Promise<Answer> {
  const app = await readPluginJson(options.pluginFolder);
  if (app.id !== id) {
    throw new HttpError(404, 'Plugin not found, no installed plugin with that id');
  }
  return json({ ...app, enabled: true, pinned: true, jsonData: {}, secureJsonFields: {} });
}
