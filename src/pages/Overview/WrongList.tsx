import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, Text, TextLink, useStyles2 } from '@grafana/ui';
import React from 'react';

import { appUrl } from '../../app/appUrl';
import { t } from '../../app/t';
import { FiringAlertLine } from './FiringAlertLine';
import { InputLine } from './InputLine';
import { type OverviewRow } from './overviewRow';

/** More than so many hide what is worst; the page of alerts has them all. */
const SHOWN = 5;

/** What fires and what the light has against it; that there is nothing only where that is known. */
export function WrongList({ row }: { readonly row: OverviewRow }) {
  const styles = useStyles2(getStyles);
  const { system, state, firing, inputs, failingSources } = row;
  const bad = inputs.filter(({ colour }) => colour !== 'no data');
  const isQuiet = firing?.length === 0 && bad.length === 0 && failingSources.length === 0;
  const more = (firing?.length ?? 0) - SHOWN;
  return (
    <>
      {isQuiet && state !== 'unknown' && state !== 'pending' && (
        <span className={styles.nothing}>
          <Icon name="check" />
          {t('overview.wrong.nothing', 'Nothing')}
        </span>
      )}
      {isQuiet && state === 'unknown' && (
        <Text>
          {t('overview.wrong.nothing-known', 'Nothing fires, but that says little while the state is unknown.')}
        </Text>
      )}
      {!firing && state !== 'pending' && (
        <Text>
          {t('overview.wrong.alerts-unknown', 'What fires is unknown: neither Alertmanager nor Prometheus said.')}
        </Text>
      )}
      {!isQuiet && (
        <ul className={styles.list}>
          {firing?.slice(0, SHOWN).map((alert) => (
            <FiringAlertLine key={`${alert.name} ${alert.severity} ${alert.state}`} alert={alert} />
          ))}
          {more > 0 && (
            <li>
              <TextLink href={`${appUrl('alerts')}?${new URLSearchParams({ system: system.id })}`} inline={false}>
                {t('overview.wrong.more', '', {
                  count: more,
                  defaultValue_one: '{{count}} more alert',
                  defaultValue_other: '{{count}} more alerts',
                })}
              </TextLink>
            </li>
          )}
          {bad.map((input) => (
            <InputLine key={input.name} input={input} />
          ))}
          {failingSources.map(({ source, remedy }) => (
            <li key={source}>
              {t('overview.wrong.source', 'The exporter cannot read {{source}}. {{remedy}}', { source, remedy })}
            </li>
          ))}
        </ul>
      )}
      <Missing row={row} />
    </>
  );
}

/** What the answers do not cover. */
function Missing({ row: { inputs, withoutSilences, firing, state } }: { readonly row: OverviewRow }) {
  const missing = inputs.filter(({ colour }) => colour === 'no data').map(({ title }) => title);
  const isSettled = state !== 'pending';
  return (
    <>
      {isSettled && state !== 'unknown' && missing.length > 0 && (
        <Text color="secondary" variant="bodySmall">
          {t('overview.wrong.no-data', 'Without data, and left out: {{inputs}}', { inputs: missing.join(', ') })}
        </Text>
      )}
      {isSettled && firing && withoutSilences && (
        <Text color="secondary" variant="bodySmall">
          {withoutSilences === 'failed'
            ? t(
                'overview.wrong.alertmanager-failed',
                'Alertmanager does not answer: shown is what Prometheus has; whether anybody is told, and what is silenced, is unknown.'
              )
            : t(
                'overview.wrong.alertmanager-missing',
                'The data source has no address of Alertmanager: shown is what Prometheus has; silences are unknown.'
              )}
        </Text>
      )}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  nothing: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    color: theme.colors.success.text,
  }),
});
