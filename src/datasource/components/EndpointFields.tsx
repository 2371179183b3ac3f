import { t } from '@grafana/i18n';
import { Button, Combobox, IconButton, InlineField, Input, Stack } from '@grafana/ui';
import React, { type ChangeEvent } from 'react';

import { ENDPOINT_DEFINITIONS } from '../endpoints/endpoints';
import { ENDPOINTS, type EndpointField, type EndpointId, type EndpointQuery } from '../query/query';

interface Props {
  readonly query: EndpointQuery;
  readonly onChange: (query: EndpointQuery) => void;
}

const FIELD_TYPES = ['text', 'number', 'time', 'boolean'] as const;

/** Which document, where its rows are, and which fields become columns. */
export function EndpointFields({ query, onChange }: Props) {
  const { fields = [], refId } = query;
  const id = (field: string) => `${field}-${refId}`;
  const names = endpointNames();
  const setFields = (changed: EndpointField[]) =>
    onChange({ ...query, fields: changed.length > 0 ? changed : undefined });
  const setField = (at: number, changed: Partial<EndpointField>) =>
    setFields(fields.map((field, i) => (i === at ? { ...field, ...changed } : field)));
  return (
    <Stack direction="column" gap={0.5}>
      <Stack direction="row" wrap="wrap" gap={0.5}>
        <InlineField label={t('datasource.query.document', 'Document')} labelWidth={14} htmlFor={id('document')}>
          <Combobox<EndpointId>
            id={id('document')}
            width={40}
            options={ENDPOINTS.map((value) => ({ value, label: names[value] }))}
            value={query.endpoint}
            onChange={({ value }) =>
              onChange({ ...query, endpoint: value, rows: ENDPOINT_DEFINITIONS[value].rows, fields: undefined })
            }
          />
        </InlineField>
        <InlineField
          label={t('datasource.query.rows', 'Rows at')}
          tooltip={t('datasource.query.rows-about', 'Path of a list in the document; empty for the document itself')}
          htmlFor={id('rows')}
        >
          <Input
            key={query.endpoint}
            id={id('rows')}
            width={20}
            defaultValue={query.rows ?? ''}
            onBlur={(event: ChangeEvent<HTMLInputElement>) =>
              onChange({ ...query, rows: event.target.value.trim() || undefined })
            }
          />
        </InlineField>
        <Button variant="secondary" icon="plus" onClick={() => setFields([...fields, { path: '' }])}>
          {t('datasource.query.add-field', 'Column')}
        </Button>
      </Stack>
      {fields.map((field, at) => (
        <Stack key={at} direction="row" wrap="wrap" gap={0.5} alignItems="center">
          <InlineField label={t('datasource.query.path', 'Path')} labelWidth={14} htmlFor={id(`path-${at}`)}>
            <Input
              id={id(`path-${at}`)}
              width={30}
              defaultValue={field.path}
              onBlur={(event: ChangeEvent<HTMLInputElement>) => setField(at, { path: event.target.value.trim() })}
            />
          </InlineField>
          <InlineField label={t('datasource.query.name', 'Name')} htmlFor={id(`name-${at}`)}>
            <Input
              id={id(`name-${at}`)}
              width={20}
              defaultValue={field.name ?? ''}
              onBlur={(event: ChangeEvent<HTMLInputElement>) =>
                setField(at, { name: event.target.value.trim() || undefined })
              }
            />
          </InlineField>
          <InlineField label={t('datasource.query.type', 'Type')} htmlFor={id(`type-${at}`)}>
            <Combobox
              id={id(`type-${at}`)}
              width={16}
              options={FIELD_TYPES.map((value) => ({ value }))}
              value={field.type ?? null}
              placeholder={t('datasource.query.by-itself', 'by itself')}
              isClearable
              onChange={(option) => setField(at, { type: option?.value })}
            />
          </InlineField>
          <IconButton
            name="trash-alt"
            aria-label={t('datasource.query.remove-field', 'Remove the column')}
            onClick={() => setFields(fields.filter((_, i) => i !== at))}
          />
        </Stack>
      ))}
    </Stack>
  );
}

const endpointNames = (): Record<EndpointId, string> => ({
  'exporter-health': t('datasource.endpoint.exporter-health', 'Exporter: how each source does'),
  'exporter-templates': t('datasource.endpoint.exporter-templates', 'Exporter: errors that no pattern knows'),
  'console-alerts': t('datasource.endpoint.console-alerts', 'Alert console: notifications of late'),
  'alertmanager-alerts': t('datasource.endpoint.alertmanager-alerts', 'Alertmanager: active alerts'),
  'alertmanager-silences': t('datasource.endpoint.alertmanager-silences', 'Alertmanager: silences'),
});
