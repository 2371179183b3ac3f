import { LoadingPlaceholder } from '@grafana/ui';
import React, { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';

import { t } from './t';
import { AppErrorBoundary } from './AppErrorBoundary';
import { appUrl, PAGES } from './appUrl';

const ThresholdsPage = lazy(async () => {
  const { ThresholdsPage: Page } = await import('../pages/Thresholds/ThresholdsPage');
  return { default: Page };
});

/** The whole app below `/a/genwatch-codegen-app`; every page is a chunk of its own. */
export function App() {
  return (
    <AppErrorBoundary>
      <Suspense fallback={<LoadingPlaceholder text={t('app.loading', 'Loading page…')} />}>
        <Routes>
          <Route path={PAGES.thresholds} element={<ThresholdsPage />} />
          <Route path="*" element={<Navigate to={appUrl('thresholds')} replace />} />
        </Routes>
      </Suspense>
    </AppErrorBoundary>
  );
}
