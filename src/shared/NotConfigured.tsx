import { EmptyState, LinkButton, Stack } from '@grafana/ui';
import { config } from '@grafana/runtime';
import React from 'react';

import { t } from '../app/t';
import datasourceJson from '../datasource/plugin.json';

/** Instead of what needs a data source, while there is none that the user may ask. */
export const NotConfigured = () => (
  <EmptyState
    variant="call-to-action"
    message={t('not-configured.message', 'There is no Genwatch data source yet')}
    button={
      <LinkButton icon="plus" href={`${config.appSubUrl}/connections/datasources/new?search=${datasourceJson.id}`}>
        {t('not-configured.add', 'Add the data source')}
      </LinkButton>
    }
  >
    <Stack direction="column" gap={1}>
      <span>
        {t(
          'not-configured.advice',
          'The pages ask the data source “Genwatch data”, which in turn reads PostgreSQL, Prometheus and the services of Genwatch. Add one, or ask an administrator who may; it is found by itself.'
        )}
      </span>
    </Stack>
  </EmptyState>
);
