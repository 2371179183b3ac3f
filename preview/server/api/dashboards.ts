import { type Answer, json } from '../http/answer';
import { HttpError } from '../http/httpError';
import { readDashboards } from '../settings/dashboards';
import { type ApiRequest } from './apiRequest';

/** `GET /api/dashboards/uid/<uid>`: the JSON of a bundled dashboard. */
export async function dashboardByUid({ options }: ApiRequest, uid: string): Promise<Answer> {
  const dashboard = (await readDashboards(options.dashboardsFolder)).find((one) => one.uid === uid);
  if (!dashboard) {
    throw new HttpError(404, 'Dashboard not found');
  }
  return json({ dashboard, meta: { canSave: false, canEdit: false, url: `/d/${uid}` } });
}

/** `GET /api/search`: the bundled dashboards, by title. */
export async function searchDashboards({ options, search }: ApiRequest): Promise<Answer> {
  const [words, tag] = [(search.get('query') ?? '').toLowerCase(), search.get('tag')];
  const found = (await readDashboards(options.dashboardsFolder)).filter(
    ({ title, tags }) => title.toLowerCase().includes(words) && (tag === null || tags.includes(tag))
  );
  return json(found.map(({ uid, title, tags }) => ({ uid, title, tags, type: 'dash-db', url: `/d/${uid}` })));
}
