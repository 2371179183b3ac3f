import { randomUUID } from 'node:crypto';
import { type GrafanaApi } from './grafanaApi';
import { type DataSource } from './serverChecks';

/** A dashboard as it stands in a file. */
export interface DashboardFile {
  readonly file: string;
  readonly dashboard: {
    readonly uid: string;
    readonly title: string;
    readonly __inputs?: ReadonlyArray<{ name: string; type: string; pluginId?: string; value?: string }>;
  };
}

/** A folder that is there for the checks only. */
export interface TemporaryFolder {
  readonly uid: string;
  /** Removes it with all that is in it. */
  remove(): Promise<void>;
}

export async function temporaryFolder(api: GrafanaApi): Promise<TemporaryFolder> {
  const uid = `genwatch-check-${randomUUID().slice(0, 8)}`;
  await api.post('/api/folders', { uid, title: `Genwatch check, may be removed (${uid})` });
  return { uid, remove: () => api.remove(`/api/folders/${uid}?forceDeleteRules=true`) };
}

/**
 * Imports a dashboard as a person does, under a uid of its own, so that one that is there already stays as it is.
 * @returns the uid under which it can be opened
 */
export async function importDashboard(
  api: GrafanaApi,
  { dashboard }: DashboardFile,
  folder: TemporaryFolder,
  sources: readonly DataSource[]
): Promise<string> {
  const uid = `${folder.uid}-${dashboard.uid}`.slice(0, 40);
  const answer = await api.post<{ uid: string; imported: boolean }>('/api/dashboards/import', {
    dashboard: { ...dashboard, id: null, uid },
    folderUid: folder.uid,
    overwrite: false,
    inputs: (dashboard.__inputs ?? []).map(({ name, type, pluginId, value }) => ({
      name,
      type,
      pluginId,
      value: type === 'datasource' ? (sources.find((one) => one.type === pluginId)?.uid ?? '') : (value ?? ''),
    })),
  });
  if (!answer.imported) {
    throw new Error('Grafana took the dashboard, but says that it is not imported');
  }
  return answer.uid;
}
