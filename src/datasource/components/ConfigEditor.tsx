import { type DataSourcePluginOptionsEditorProps } from '@grafana/data';
import { t, Trans } from '@grafana/i18n';
import { DataSourcePicker } from '@grafana/runtime';
import { Alert, Field, FieldSet, Input, SecretInput } from '@grafana/ui';
import React, { type ChangeEvent } from 'react';

import { DELEGATES } from '../delegates/delegate';
import { type GenwatchOptions, type GenwatchSecrets } from '../options';
import { SettingsField } from './SettingsField';

type Props = DataSourcePluginOptionsEditorProps<GenwatchOptions, GenwatchSecrets>;
type Secret = keyof GenwatchSecrets;
type Address = 'exporterUrl' | 'alertmanagerUrl' | 'consoleUrl';

const WIDTH = 50;

/** What an administrator gives: the data sources that read, the services that answer in JSON, and what differs from the defaults. */
export function ConfigEditor({ options, onOptionsChange }: Props) {
  const { jsonData, secureJsonFields, secureJsonData } = options;
  const change = (changed: Partial<GenwatchOptions>) =>
    onOptionsChange({ ...options, jsonData: { ...jsonData, ...changed } });
  const keep = (secret: Secret, value: string) =>
    onOptionsChange({
      ...options,
      // What was typed into the other field is not saved yet.
      secureJsonData: { ...secureJsonData, [secret]: value },
      secureJsonFields: { ...secureJsonFields, [secret]: false },
    });
  const secret = (option: Secret, label: string, description: string) => (
    <Field label={label} description={description} htmlFor={option}>
      <SecretInput
        id={option}
        width={WIDTH}
        isConfigured={secureJsonFields?.[option] ?? false}
        value={secureJsonData?.[option] ?? ''}
        onReset={() => keep(option, '')}
        onChange={(event: ChangeEvent<HTMLInputElement>) => keep(option, event.target.value)}
      />
    </Field>
  );
  const address = (option: Address, label: string, description: string, placeholder: string) => (
    <Field label={label} description={description} htmlFor={option}>
      <Input
        id={option}
        width={WIDTH}
        placeholder={placeholder}
        value={jsonData[option] ?? ''}
        onChange={(event: ChangeEvent<HTMLInputElement>) => change({ [option]: withoutSlash(event.target.value) })}
      />
    </Field>
  );

  return (
    <>
      <FieldSet label={t('datasource.config.read', 'Data sources that read')}>
        <Field
          label={DELEGATES.postgres.title}
          description={t('datasource.config.postgres', 'Reads the tables. Give it a user that can only read.')}
          htmlFor="postgres"
        >
          <DataSourcePicker
            inputId="postgres"
            type={[...DELEGATES.postgres.types]}
            current={jsonData.postgresUid ?? null}
            onChange={({ uid }) => change({ postgresUid: uid })}
            onClear={() => change({ postgresUid: undefined })}
            width={WIDTH}
            noDefault
          />
        </Field>
        <Field
          label={DELEGATES.prometheus.title}
          description={t('datasource.config.prometheus', 'Holds the series that the rules record.')}
          htmlFor="prometheus"
        >
          <DataSourcePicker
            inputId="prometheus"
            type={[...DELEGATES.prometheus.types]}
            current={jsonData.prometheusUid ?? null}
            onChange={({ uid }) => change({ prometheusUid: uid })}
            onClear={() => change({ prometheusUid: undefined })}
            width={WIDTH}
            noDefault
          />
        </Field>
      </FieldSet>
      <FieldSet label={t('datasource.config.services', 'Services that answer in JSON')}>
        <Alert
          severity="info"
          title={t(
            'datasource.config.optional',
            'Each is optional; the Grafana server asks it, to read only but for verdicts on tests'
          )}
        />
        {address(
          'exporterUrl',
          t('datasource.config.exporter', 'Exporter'),
          t('datasource.config.exporter-health', 'Tells how each source does.'),
          'http://127.0.0.1:9464'
        )}
        {secret(
          'exporterToken',
          t('datasource.config.token', 'Bearer token of the exporter'),
          t('datasource.config.token-kept', 'Kept encrypted, and only sent by the Grafana server.')
        )}
        {secret(
          'reviewSecret',
          t('datasource.config.review-secret', 'Review secret'),
          t(
            'datasource.config.review-secret-about',
            'Lets Editors approve and reject tests: the text of the file that GENWATCH_REVIEW_SECRET_FILE names at the exporter. Kept encrypted, and only sent by the Grafana server.'
          )
        )}
        {address(
          'alertmanagerUrl',
          t('datasource.config.alertmanager', 'Alertmanager'),
          t('datasource.config.alertmanager-alerts', 'Tells what fires, and what is silenced.'),
          'http://127.0.0.1:9093'
        )}
        {address(
          'consoleUrl',
          t('datasource.config.console', 'Alert console'),
          t('datasource.config.console-alerts', 'Keeps the notifications of late.'),
          'http://127.0.0.1:9465'
        )}
      </FieldSet>
      <FieldSet label={t('datasource.config.settings', 'Settings')}>
        <SettingsField value={jsonData.settings} onChange={(settings) => change({ settings })} />
      </FieldSet>
      <Trans i18nKey="datasource.config.save">Save &amp; test tries every part and says what is wrong.</Trans>
    </>
  );
}

/** The routes add a path of their own. */
const withoutSlash = (url: string) => url.trim().replace(/\/+$/, '');
