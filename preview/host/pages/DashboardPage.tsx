import { type Dashboard } from '@grafana/grafana-foundation-sdk/dashboard';
import { getBackendSrv, PluginPage } from '@grafana/runtime';
import { type EmbeddedScene, UrlSyncContextProvider } from '@grafana/scenes';
import { Alert, LoadingPlaceholder } from '@grafana/ui';
import React, { useEffect, useState } from 'react';
import { useParams } from 'react-router-dom';

import { dashboardScene } from './dashboardScene';

interface Opened {
  readonly title: string;
  readonly scene: EmbeddedScene;
}

/** One bundled dashboard, drawn by scenes from its JSON. */
export function DashboardPage() {
  const { uid = '' } = useParams();
  return <DashboardOf key={uid} uid={uid} />;
}

function DashboardOf({ uid }: { readonly uid: string }) {
  const [opened, setOpened] = useState<Opened>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    getBackendSrv()
      .get<{ dashboard: Dashboard }>(`/api/dashboards/uid/${encodeURIComponent(uid)}`, undefined, 'dashboard', {
        showErrorAlert: false,
      })
      .then(({ dashboard }) => setOpened({ title: dashboard.title ?? uid, scene: dashboardScene(dashboard) }))
      .catch((cause: unknown) => setProblem(reason(cause)));
  }, [uid]);
  if (problem !== undefined) {
    return (
      <PluginPage pageNav={{ text: uid }}>
        <Alert title="This dashboard cannot be shown" severity="error">
          {problem}
        </Alert>
      </PluginPage>
    );
  }
  if (!opened) {
    return <LoadingPlaceholder text="Loading the dashboard…" />;
  }
  const { title, scene } = opened;
  return (
    <PluginPage pageNav={{ text: title }}>
      <UrlSyncContextProvider scene={scene} updateUrlOnInit createBrowserHistorySteps>
        <scene.Component model={scene} />
      </UrlSyncContextProvider>
    </PluginPage>
  );
}

function reason(cause: unknown): string {
  const { data } = Object(cause) as { readonly data?: { readonly message?: string } };
  return data?.message ?? (cause instanceof Error ? cause.message : String(cause));
}
