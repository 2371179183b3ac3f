import { t } from '@grafana/i18n';
import { Combobox, InlineField, RadioButtonGroup, Stack } from '@grafana/ui';
import React from 'react';

import { type Catalog } from '../../catalog/catalog';
import { ALERT_LEVELS } from '../../catalog/kinds/threshold';
import { type AlertsQuery } from '../query/query';
import { SystemPicker } from './SystemPicker';

interface Props {
  readonly query: AlertsQuery;
  readonly catalog: Catalog;
  readonly onChange: (query: AlertsQuery) => void;
}

/** What fires now, what is about to, or what fired when; of which system, how bad. */
export function AlertsFields({ query, catalog, onChange }: Props) {
  const label = t('datasource.query.show', 'Show');
  return (
    <Stack direction="row" wrap="wrap" gap={0.5}>
      <InlineField label={label} labelWidth={14}>
        <RadioButtonGroup<AlertsQuery['show']>
          aria-label={label}
          value={query.show}
          options={[
            { value: 'firing', label: t('datasource.query.firing', 'What fires now') },
            { value: 'pending', label: t('datasource.query.pending', 'What is about to fire') },
            { value: 'history', label: t('datasource.query.history', 'What fired when') },
          ]}
          onChange={(show) => onChange({ ...query, show })}
        />
      </InlineField>
      <SystemPicker
        id={`system-${query.refId}`}
        catalog={catalog}
        value={query.system}
        onChange={(system) => onChange({ ...query, system })}
      />
      <InlineField label={t('datasource.query.severity', 'Severity')} htmlFor={`severity-${query.refId}`}>
        <Combobox
          id={`severity-${query.refId}`}
          width={20}
          options={ALERT_LEVELS.map((level) => ({ value: catalog.settings.severities[level] }))}
          value={query.severity ?? null}
          placeholder={t('datasource.query.all', 'all')}
          createCustomValue
          isClearable
          onChange={(option) => onChange({ ...query, severity: option?.value })}
        />
      </InlineField>
    </Stack>
  );
}
