import { Stack, Text } from '@grafana/ui';
import React, { useId, type ReactElement } from 'react';

import { t } from '../../app/t';
import { type AlertGroup } from './alertGroups';
import { type GrafanaAlerting } from './alertLinks';
import { AlertsTable } from './AlertsTable';

interface Props {
  readonly title: string;
  /** Those that the filter lets through. */
  readonly groups: readonly AlertGroup[];
  /** How many there are without the filter. */
  readonly total: number;
  /** Said when there is none. */
  readonly nothing: ReactElement;
  readonly grafana: GrafanaAlerting;
}

/** One list of alerts under its title. */
export function AlertsSection({ title, groups, total, nothing, grafana }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Stack direction="column" gap={1}>
        <Stack direction="row" gap={1} alignItems="baseline">
          <Text element="h2" variant="h4" id={id}>
            {title}
          </Text>
          {total > 0 && (
            <Text color="secondary" variant="bodySmall">
              {t('alerts.shown', '{{shown}} of {{total}}', { shown: groups.length, total })}
            </Text>
          )}
        </Stack>
        {total === 0 && nothing}
        {total > 0 && groups.length === 0 && <span>{t('alerts.filter.none', 'None of them passes the filter.')}</span>}
        {groups.length > 0 && <AlertsTable groups={groups} grafana={grafana} />}
      </Stack>
    </section>
  );
}
