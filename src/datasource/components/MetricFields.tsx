import { t } from '@grafana/i18n';
import { Combobox, InlineField, InlineSwitch, Input, MultiCombobox, Stack } from '@grafana/ui';
import React, { type ChangeEvent } from 'react';

import { type Catalog } from '../../catalog/catalog';
import { type MetricQuery } from '../query/query';
import { knownSeries, offeredValues } from '../series/knownSeries';

interface Props {
  readonly query: MetricQuery;
  readonly catalog: Catalog;
  readonly onChange: (query: MetricQuery) => void;
}

/** Which series, which of its labels, and how it is called in a legend. */
export function MetricFields({ query, catalog, onChange }: Props) {
  const all = knownSeries(catalog);
  const chosen = all.find(({ name }) => name === query.series);
  const labels = Object.keys(chosen?.labels ?? {});
  const id = (field: string) => `${field}-${query.refId}`;
  return (
    <Stack direction="column" gap={0.5}>
      <Stack direction="row" wrap="wrap" gap={0.5}>
        <InlineField label={t('datasource.query.series', 'Series')} labelWidth={14} htmlFor={id('series')}>
          <Combobox
            id={id('series')}
            width={60}
            options={all.map(({ name, system, help }) => ({
              value: name,
              label: name,
              description: help,
              group: system,
            }))}
            value={query.series || null}
            createCustomValue
            placeholder={t('datasource.query.choose', 'Choose…')}
            onChange={({ value }) => onChange({ ...query, series: value, labels: undefined, by: undefined })}
          />
        </InlineField>
        <InlineField label={t('datasource.query.legend', 'Legend')} htmlFor={id('legend')}>
          <Input
            id={id('legend')}
            width={24}
            // eslint-disable-next-line @grafana/i18n/no-untranslated-strings -- Grafana's syntax
            placeholder="{{label}}"
            defaultValue={query.legend ?? ''}
            onBlur={(event: ChangeEvent<HTMLInputElement>) =>
              onChange({ ...query, legend: event.target.value || undefined })
            }
          />
        </InlineField>
        <InlineField label={t('datasource.query.instant', 'Last value only')} htmlFor={id('instant')}>
          <InlineSwitch
            id={id('instant')}
            value={query.instant ?? false}
            onChange={(event) => onChange({ ...query, instant: event.currentTarget.checked })}
          />
        </InlineField>
      </Stack>
      {chosen && labels.length > 0 && (
        <Stack direction="row" wrap="wrap" gap={0.5}>
          {labels.map((label) => (
            <InlineField key={label} label={label} labelWidth={14} htmlFor={id(label)}>
              <MultiCombobox
                id={id(label)}
                width={30}
                options={offeredValues(chosen, label).map((value) => ({ value }))}
                value={query.labels?.[label] ?? []}
                createCustomValue
                placeholder={t('datasource.query.any', 'any')}
                onChange={(values) =>
                  onChange({ ...query, labels: { ...query.labels, [label]: values.map(({ value }) => value) } })
                }
              />
            </InlineField>
          ))}
          <InlineField label={t('datasource.query.by', 'Apart by')} labelWidth={14} htmlFor={id('by')}>
            <MultiCombobox
              id={id('by')}
              width={30}
              options={labels.map((value) => ({ value }))}
              value={query.by ?? labels}
              onChange={(values) => onChange({ ...query, by: values.map(({ value }) => value) })}
            />
          </InlineField>
        </Stack>
      )}
    </Stack>
  );
}
