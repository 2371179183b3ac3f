import { LinkButton, Stack } from '@grafana/ui';
import React from 'react';

import { type Installation } from '../../app/installation';
import { t } from '../../app/t';
import { Runbook } from '../../shared/runbook/Runbook';
import { alertUrl } from '../Alerts/alertLinks';
import { knownAlert } from '../Alerts/knownAlert';

/** One runbook, and a way to how its alert does now. */
export function runbookView(installation: Installation, name: string) {
  const known = knownAlert(installation.catalog, name);
  return function RunbookView() {
    return (
      <Stack direction="column" gap={2}>
        {known && (
          <div>
            <LinkButton variant="secondary" icon="bell" size="sm" href={alertUrl(name)}>
              {t('runbooks.alert', 'The alert now')}
            </LinkButton>
          </div>
        )}
        <Runbook name={name} installation={installation} />
      </Stack>
    );
  };
}
