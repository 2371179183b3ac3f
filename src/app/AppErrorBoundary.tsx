import { ErrorBoundary } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';

import { t } from './t';
import { ErrorView } from './ErrorView';

/** The last net: what no page caught, such as a page that could not be loaded. Another page is another try. */
export function AppErrorBoundary({ children }: { readonly children: ReactNode }) {
  const { pathname } = useLocation();
  return (
    <ErrorBoundary boundaryName="genwatch-app" dependencies={[pathname]}>
      {({ error }) =>
        error ? (
          <ErrorView
            error={error}
            title={t('app.error.title', 'Genwatch could not show this page')}
            advice={t(
              'app.error.advice',
              'Reload to try again: a newer version may have been installed while this page was open.'
            )}
          />
        ) : (
          children
        )
      }
    </ErrorBoundary>
  );
}
