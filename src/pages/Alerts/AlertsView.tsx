import { LoadingPlaceholder, Stack } from '@grafana/ui';
import React, { useMemo } from 'react';

import { type Installation, type Source } from '../../app/installation';
import { t } from '../../app/t';
import { type System } from '../../catalog/kinds/system';
import { type Answers } from '../../shared/answers';
import { alertAnswers } from './alertAnswers';
import { filteredAlerts, severityChoices, systemChoices } from './alertFilter';
import { AlertFilters } from './AlertFilters';
import { type AlertGroup } from './alertGroups';
import { grafanaAlerting } from './alertLinks';
import { AlertsSection } from './AlertsSection';
import { HeartbeatLine } from './HeartbeatLine';
import { NothingFires } from './NothingFires';
import { SystemAlerts } from './SystemAlerts';
import { useAlertFilter } from './useAlertFilter';

/** Of all systems, or of one with everything that could fire of it. */
export function alertsView({ catalog }: Installation, source: Source, system?: System) {
  const grafana = grafanaAlerting(source);
  return function AlertsView({ answers }: { readonly answers: Answers }) {
    const told = useMemo(() => alertAnswers(answers, catalog, system?.id), [answers]);
    const { filter: chosen, setFilter } = useAlertFilter();
    const filter = system ? { ...chosen, system: system.id } : chosen;
    const { firing, pending, heartbeat } = told;
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
            systems={system ? [] : systemChoices(catalog, all)}
            onChange={setFilter}
          />
        )}
        {firing
          ? section(
              t('alerts.firing.title', 'Firing'),
              firing,
              <NothingFires heartbeat={heartbeat} isBrief={system !== undefined || Boolean(pending?.length)} />
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
        {system && <SystemAlerts system={system} settings={catalog.settings} told={told} />}
      </Stack>
    );
  };
}
