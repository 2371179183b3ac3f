import { Alert, LinkButton, LoadingPlaceholder } from '@grafana/ui';
import React from 'react';

import { type Installation } from '../../app/installation';
import { t } from '../../app/t';
import { RunbookText } from './RunbookText';
import { useRunbook } from './useRunbook';

interface Props {
  readonly name: string;
  readonly installation: Installation;
}

/** The runbook of an alert: the one that came with the plugin, and a way to the installation's own where that fails. */
export function Runbook({ name, installation: { catalog, source } }: Props) {
  const runbook = useRunbook(name);
  const elsewhere = (
    <LinkButton
      icon="external-link-alt"
      variant="secondary"
      href={`${catalog.settings.links.runbooks}/${name}.md`}
      target="_blank"
    >
      {t('runbook.elsewhere', 'Open the one that the alert links to')}
    </LinkButton>
  );
  switch (runbook.state) {
    case 'loading':
      return <LoadingPlaceholder text={t('runbook.loading', 'Loading the runbook…')} />;
    case 'loaded':
      return <RunbookText markdown={runbook.markdown} source={source} />;
    case 'missing':
      return (
        <Alert
          severity="info"
          title={t('runbook.missing', 'This version of the app has no runbook “{{name}}”', { name })}
        >
          {elsewhere}
        </Alert>
      );
    case 'failed':
      return (
        <Alert severity="error" title={t('runbook.failed', 'The runbook could not be loaded')}>
          <p>{runbook.message}</p>
          {elsewhere}
        </Alert>
      );
  }
}
