import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Alert, Divider, Stack, useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';

import { type Installation, type Source } from '../../app/installation';
import { t } from '../../app/t';
import { type Answers } from '../../shared/answers';
import { Runbook } from '../../shared/runbook/Runbook';
import { alertAnswers, type AlertAnswers } from './alertAnswers';
import { AlertConditions } from './AlertConditions';
import { AlertInstances } from './AlertInstances';
import { AlertLinks } from './AlertLinks';
import { grafanaAlerting } from './alertLinks';
import { AlertSteps } from './AlertSteps';
import { HeartbeatLine } from './HeartbeatLine';
import { knownAlert } from './knownAlert';
import { StateBadge } from './StateBadge';

/** All about one alert: whether it fires, what to do, when it fires, and its runbook. */
export function alertView(installation: Installation, source: Source, name: string) {
  const { catalog } = installation;
  const known = knownAlert(catalog, name);
  const grafana = grafanaAlerting(source);
  const isHeartbeat = known?.alert.shape.kind === 'heartbeat';
  return function AlertView({ answers }: { readonly answers: Answers }) {
    const styles = useStyles2(getStyles);
    const told = useMemo(() => alertAnswers(answers, catalog), [answers]);
    const groups = [...(told.firing ?? []), ...(told.pending ?? [])].filter((group) => group.name === name);
    return (
      <Stack direction="column" gap={3}>
        {isHeartbeat ? (
          told.heartbeat && <HeartbeatLine heartbeat={told.heartbeat} />
        ) : (
          <Quiet name={name} told={told} />
        )}
        {!known && (
          <Alert
            severity="info"
            title={t('alerts.unknown', 'The catalog of this installation has no alert “{{name}}”', { name })}
          >
            {t(
              'alerts.unknown-advice',
              'It was renamed or removed, or somebody else sends it. What it says is shown as it is.'
            )}
          </Alert>
        )}
        <div className={styles.columns}>
          {groups.map((group) => (
            <AlertInstances key={group.id} group={group} element="h2" />
          ))}
          {known && <AlertSteps alert={known.alert} element="h2" />}
          {known && <AlertConditions alert={known.alert} settings={catalog.settings} />}
        </div>
        <AlertLinks name={name} known={known} grafana={grafana} />
        {known && (
          <section aria-label={t('alerts.runbook', 'Runbook')}>
            <Divider />
            <Runbook name={name} installation={installation} />
          </section>
        )}
      </Stack>
    );
  };
}

/** Said when an alert neither fires nor is about to; nothing while that is not known. */
function Quiet({ name, told: { firing, pending } }: { readonly name: string; readonly told: AlertAnswers }) {
  const isQuiet = firing && pending && ![...firing, ...pending].some((group) => group.name === name);
  return isQuiet ? (
    <Stack direction="row" gap={1} alignItems="center">
      <StateBadge state="ok" />
      <span>{t('alerts.quiet', 'It does not fire.')}</span>
    </Stack>
  ) : null;
}

const getStyles = (theme: GrafanaTheme2) => ({
  columns: css({
    display: 'grid',
    gap: theme.spacing(3),
    gridTemplateColumns: 'minmax(0, 1fr)',
    [theme.breakpoints.up('lg')]: { gridTemplateColumns: 'repeat(auto-fit, minmax(300px, 1fr))' },
  }),
});
