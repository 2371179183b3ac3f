import { type QueryEditorProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import { InlineField, RadioButtonGroup, Stack } from '@grafana/ui';
import React from 'react';

import { type GenwatchDataSource } from '../GenwatchDataSource';
import { type GenwatchOptions } from '../options';
import { migrateQuery } from '../query/migrateQuery';
import { emptyQuery, isComplete, QUERY_KINDS, type GenwatchQuery, type QueryKind } from '../query/query';
import { AlertsFields } from './AlertsFields';
import { CatalogFields } from './CatalogFields';
import { EndpointFields } from './EndpointFields';
import { MetricFields } from './MetricFields';
import { ThresholdsFields } from './ThresholdsFields';

type Props = QueryEditorProps<GenwatchDataSource, GenwatchQuery, GenwatchOptions>;

/** The kind of the query, and below it the fields of that kind. */
export function QueryEditor({ query: saved, datasource, onChange, onRunQuery }: Props) {
  const query = migrateQuery(saved);
  const change = (changed: GenwatchQuery) => {
    onChange(changed);
    if (isComplete(changed)) {
      onRunQuery();
    }
  };
  const labels = kindLabels();
  return (
    <Stack direction="column" gap={1}>
      <InlineField label={t('datasource.query.kind', 'Query')} labelWidth={14}>
        <RadioButtonGroup<QueryKind>
          id={`genwatch-kind-${query.refId}`}
          aria-label={t('datasource.query.kind', 'Query')}
          value={query.kind}
          options={QUERY_KINDS.map((kind) => ({ value: kind, ...labels[kind] }))}
          onChange={(kind) => change(emptyQuery(kind, query))}
        />
      </InlineField>
      <Fields query={query} datasource={datasource} change={change} />
    </Stack>
  );
}

interface FieldsProps {
  readonly query: GenwatchQuery;
  readonly datasource: GenwatchDataSource;
  readonly change: (query: GenwatchQuery) => void;
}

function Fields({ query, datasource: { catalog }, change }: FieldsProps) {
  switch (query.kind) {
    case 'catalog':
      return <CatalogFields query={query} catalog={catalog} onChange={change} />;
    case 'metric':
      return <MetricFields query={query} catalog={catalog} onChange={change} />;
    case 'endpoint':
      return <EndpointFields query={query} onChange={change} />;
    case 'thresholds':
      return <ThresholdsFields query={query} catalog={catalog} onChange={change} />;
    case 'alerts':
      return <AlertsFields query={query} catalog={catalog} onChange={change} />;
  }
}

const kindLabels = (): Record<QueryKind, { label: string; description: string }> => ({
  catalog: {
    label: t('datasource.query.catalog', 'SQL of the catalog'),
    description: t('datasource.query.catalog-about', 'A statement over the tables, ours or as documented'),
  },
  metric: {
    label: t('datasource.query.metric', 'Series'),
    description: t('datasource.query.metric-about', 'A metric of the contract, or what a rule records'),
  },
  endpoint: {
    label: t('datasource.query.endpoint', 'JSON'),
    description: t('datasource.query.endpoint-about', 'A document of one of the services'),
  },
  thresholds: {
    label: t('datasource.query.thresholds', 'Thresholds'),
    description: t('datasource.query.thresholds-about', 'When each number is bad'),
  },
  alerts: {
    label: t('datasource.query.alerts', 'Alerts'),
    description: t('datasource.query.alerts-about', 'What fires, what is about to, or what fired when'),
  },
});
