import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { Stack, Text, useStyles2 } from '@grafana/ui';
import React from 'react';

import { t } from '../../app/t';
import { type AlertGroup } from './alertGroups';
import { type AlertInstance, type Silence } from './alertInstances';
import { firesAt } from './firesAt';
import { StateBadge } from './StateBadge';

interface Props {
  readonly group: AlertGroup;
  readonly element: 'h2' | 'h3';
}

/** Each thing that an alert tells of: value, since when, and what keeps it from being told. */
export function AlertInstances({ group, element }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <section>
      <Text element={element} variant="h5">
        {t('alerts.instances', 'What it tells of')}
      </Text>
      <ul className={styles.list}>
        {group.instances.map((instance) => (
          <li key={`${instance.state} ${instance.severity} ${instance.about}`}>
            <Stack direction="row" gap={1} wrap="wrap" alignItems="center">
              <StateBadge state={instance.state} />
              <span>{[instance.severity, instance.about, instance.value].filter(Boolean).join(' · ')}</span>
            </Stack>
            {instance.since !== undefined && (
              <div>{t('alerts.since', 'since {{at}}', { at: dateTimeFormat(instance.since) })}</div>
            )}
            <Fires instance={instance} group={group} />
            {instance.silences.map((silence) => (
              <div key={silence.id}>{silenceInWords(silence)}</div>
            ))}
            {instance.inhibitedBy.length > 0 && (
              <div>
                {t('alerts.inhibited-by', 'Told instead: {{names}}', { names: instance.inhibitedBy.join(', ') })}
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Fires({
  instance,
  group: { known, level },
}: {
  readonly instance: AlertInstance;
  readonly group: AlertGroup;
}) {
  const at = instance.state === 'pending' && known && level ? firesAt(instance.since, known.alert, level) : undefined;
  return at === undefined ? null : (
    <div>{t('alerts.fires-at', 'fires at {{at}} unless it recovers', { at: dateTimeFormat(at) })}</div>
  );
}

function silenceInWords({ id, createdBy, comment, endsAt }: Silence): string {
  if (endsAt === undefined) {
    return t('alerts.silenced-by-id', 'Silenced by {{id}}', { id });
  }
  const told = { createdBy, comment, until: dateTimeFormat(endsAt) };
  return comment
    ? t('alerts.silenced-comment', 'Silenced by {{createdBy}} until {{until}}: {{comment}}', told)
    : t('alerts.silenced', 'Silenced by {{createdBy}} until {{until}}', told);
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    listStyle: 'none',
    margin: theme.spacing(1, 0, 0),
    display: 'grid',
    gap: theme.spacing(1.5),
    overflowWrap: 'anywhere',
  }),
});
