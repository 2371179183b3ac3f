import { ErrorBoundary } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';

import { t } from './t';
import { ErrorView } from './ErrorView';

/** Around what a page shows, inside its `PluginPage`: title and navigation stay when the content fails. */
export function PageErrorBoundary({ children }: { readonly children: ReactNode }) {
  const { pathname, search } = useLocation();
  return (
    <ErrorBoundary boundaryName="genwatch-page" dependencies={[pathname, search]}>
      {({ error }) =>
        error ? (
          <ErrorView
            error={error}
            title={t('page.error.title', 'This page failed')}
            advice={t('page.error.advice', 'Reload to try again. The other pages are not affected.')}
          />
        ) : (
          children
        )
      }
    </ErrorBoundary>
  );
}
