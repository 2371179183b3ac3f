import { LoadingPlaceholder, Stack } from '@grafana/ui';
import React, { useMemo } from 'react';

import { type Installation, type Source } from '../../app/installation';
import { t } from '../../app/t';
import { type Answers } from '../../shared/answers';
import { alertAnswers } from './alertAnswers';
import { filteredAlerts, severityChoices, systemChoices } from './alertFilter';
import { AlertFilters } from './AlertFilters';
import { type AlertGroup } from './alertGroups';
import { grafanaAlerting } from './alertLinks';
import { AlertsSection } from './AlertsSection';
import { HeartbeatLine } from './HeartbeatLine';
import { NothingFires } from './NothingFires';
import { useAlertFilter } from './useAlertFilter';

/** Of all systems, or of one where the page is about it. */
export function alertsView({ catalog }: Installation, source: Source, { isOfOneSystem = false } = {}) {
  const grafana = grafanaAlerting(source);
  return function AlertsView({ answers }: { readonly answers: Answers }) {
    const { firing, pending, heartbeat } = useMemo(() => alertAnswers(answers, catalog), [answers]);
    const { filter, setFilter } = useAlertFilter();
    const all: readonly AlertGroup[] = [...(firing ?? []), ...(pending ?? [])];
    const section = (title: string, groups: readonly AlertGroup[], nothing: React.ReactElement) => (
      <AlertsSection
        title={title}
        groups={filteredAlerts(groups, filter)}
        total={groups.length}
        nothing={nothing}
        grafana={grafana}
      />
    );
    return (
      <Stack direction="column" gap={3}>
        {heartbeat && <HeartbeatLine heartbeat={heartbeat} />}
        {all.length > 0 && (
          <AlertFilters
            filter={filter}
            severities={severityChoices(catalog, all)}
            systems={isOfOneSystem ? [] : systemChoices(catalog, all)}
            onChange={setFilter}
          />
        )}
        {firing
          ? section(
              t('alerts.firing.title', 'Firing'),
              firing,
              <NothingFires heartbeat={heartbeat} pending={pending?.length ?? 0} />
            )
          : !answers.error('firing') && (
              <LoadingPlaceholder text={t('alerts.firing.loading', 'Asking Alertmanager…')} />
            )}
        {pending
          ? section(
              t('alerts.pending.title', 'About to fire'),
              pending,
              <span>{t('alerts.pending.none', 'No condition holds that is not told yet.')}</span>
            )
          : !answers.error('pending') && (
              <LoadingPlaceholder text={t('alerts.pending.loading', 'Asking Prometheus…')} />
            )}
      </Stack>
    );
  };
}
