import { type AppPlugin, type AppPluginMeta, PluginContextProvider } from '@grafana/data';
import { locationSearchToObject } from '@grafana/runtime';
import { ErrorBoundaryAlert } from '@grafana/ui';
import React from 'react';
import { useLocation } from 'react-router-dom';

interface Props {
  readonly plugin: AppPlugin;
  readonly meta: AppPluginMeta;
}

const ignore = (): void => undefined;

/** The plugin's own pages. */
export function AppPage({ plugin, meta }: Props) {
  const { pathname, search } = useLocation();
  const { root: Root } = plugin;
  return (
    <PluginContextProvider meta={meta}>
      <ErrorBoundaryAlert>
        {Root && (
          <Root
            meta={meta}
            basename={`/a/${meta.id}`}
            path={pathname}
            query={locationSearchToObject(search)}
            onNavChanged={ignore}
          />
        )}
      </ErrorBoundaryAlert>
    </PluginContextProvider>
  );
}
