import { type PluginConfigPageProps, type PluginMeta } from '@grafana/data';
import { Alert, Button, Combobox, Field, LinkButton, Stack, Text } from '@grafana/ui';
import React, { useState } from 'react';

import { appUrl } from '../appUrl';
import { genwatchSources, type AppOptions } from '../installation';
import { NotConfigured } from '../../shared/NotConfigured';
import { t } from '../t';
import { saveOptions } from './saveOptions';

const WIDTH = 50;

/** Which Genwatch data source the pages ask. Where there is one it is found, and nothing has to be chosen. */
export function Configuration({ plugin: { meta } }: PluginConfigPageProps<PluginMeta<AppOptions>>) {
  const sources = genwatchSources();
  const [uid, setUid] = useState(meta.jsonData?.dataSourceUid);
  const [failure, setFailure] = useState<string>();
  const asked = sources.find((source) => source.uid === uid) ?? sources[0];
  if (!asked) {
    return <NotConfigured />;
  }
  const save = () =>
    saveOptions(meta, { ...meta.jsonData, ...(uid && { dataSourceUid: uid }) }).catch((error: unknown) =>
      setFailure(error instanceof Error ? error.message : String(error))
    );
  return (
    <Stack direction="column" gap={2} alignItems="flex-start">
      <Field
        label={t('configuration.source', 'Data source')}
        description={t(
          'configuration.source-description',
          'The pages ask this Genwatch data source. The first one is taken while none is chosen.'
        )}
        htmlFor="genwatch-source"
        noMargin
      >
        <Combobox
          id="genwatch-source"
          width={WIDTH}
          options={sources.map((source) => ({ label: source.name, value: source.uid }))}
          value={asked.uid}
          onChange={({ value }) => setUid(value)}
        />
      </Field>
      <Stack direction="row" gap={1} wrap="wrap">
        <Button onClick={save} disabled={uid === meta.jsonData?.dataSourceUid}>
          {t('configuration.save', 'Save')}
        </Button>
        <LinkButton variant="secondary" icon="cog" href={`/connections/datasources/edit/${asked.uid}`}>
          {t('configuration.edit', 'Settings of {{name}}', { name: asked.name })}
        </LinkButton>
        <LinkButton variant="secondary" icon="arrow-right" href={appUrl('overview')}>
          {t('configuration.overview', 'Go to the overview')}
        </LinkButton>
      </Stack>
      {failure && (
        <Alert severity="error" title={t('configuration.failed', 'The choice was not saved')}>
          {failure}
        </Alert>
      )}
      <Text color="secondary">
        {t(
          'configuration.test',
          'Save & test in the settings of the data source tries PostgreSQL, Prometheus and every service, and says what is wrong.'
        )}
      </Text>
    </Stack>
  );
}
