import { type PluginMeta } from '@grafana/data';
import { getBackendSrv } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';

import { type AppOptions } from '../installation';

/** Keeps what was chosen for the app, and loads Grafana anew: it knows an app's options from its start on. */
export async function saveOptions(
  { id, enabled, pinned }: PluginMeta<AppOptions>,
  jsonData: AppOptions
): Promise<void> {
  await lastValueFrom(
    getBackendSrv().fetch({
      url: `/api/plugins/${id}/settings`,
      method: 'POST',
      data: { enabled, pinned, jsonData },
      showErrorAlert: false,
    })
  );
  window.location.reload();
}
