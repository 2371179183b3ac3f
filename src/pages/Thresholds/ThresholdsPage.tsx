import { PluginPage } from '@grafana/runtime';
import React, { useMemo } from 'react';

import { t } from '../../app/t';
import { PageErrorBoundary } from '../../app/PageErrorBoundary';
import { buildCatalog } from '../../catalog/catalog';
import { DEFAULT_SETTINGS } from '../../catalog/settings/defaults';
import { SYSTEMS } from '../../catalog/systems';
import { thresholdRows } from './thresholdRow';
import { ThresholdSearch } from './ThresholdSearch';

/** When each number of the catalog is bad, why, and how to change it. */
export function ThresholdsPage() {
  return (
    <PluginPage
      pageNav={{ text: t('thresholds.title', 'Thresholds') }}
      subTitle={t(
        'thresholds.subtitle',
        'When each number is bad, where that comes from, and how to change it. Shown are the values Genwatch ships with; an installation changes them in genwatch.config.yaml.'
      )}
    >
      <PageErrorBoundary>
        <CatalogThresholds />
      </PageErrorBoundary>
    </PluginPage>
  );
}

// Below the boundary, so that a catalog that cannot be built is told on the page.
function CatalogThresholds() {
  const rows = useMemo(() => thresholdRows(buildCatalog(SYSTEMS, DEFAULT_SETTINGS)), []);
  return <ThresholdSearch rows={rows} />;
}
