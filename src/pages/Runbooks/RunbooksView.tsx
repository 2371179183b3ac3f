import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, EmptyState, Field, FilterInput, Stack, Text, TextLink, useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';

import { appUrl } from '../../app/appUrl';
import { type Installation } from '../../app/installation';
import { t } from '../../app/t';
import { alertLevels } from '../../catalog/kinds/threshold';
import { useAddress } from '../../shared/useAddress';
import { SeverityBadge } from '../Alerts/SeverityBadge';
import { runbookGroups } from './runbookGroups';

const SEARCH = 'search';

/** All runbooks behind a search field. The search stands in the address, so that a view can be shared. */
export function runbooksView({ catalog }: Installation) {
  const { severities } = catalog.settings;
  return function RunbooksView() {
    const styles = useStyles2(getStyles);
    const { params, setParameters } = useAddress<typeof SEARCH>();
    const search = params.get(SEARCH) ?? '';
    const groups = useMemo(() => runbookGroups(catalog, search), [search]);
    const setSearch = (text: string) => setParameters({ [SEARCH]: text });
    return (
      <Stack direction="column" gap={3}>
        <Field label={t('runbooks.search', 'Search runbooks')} noMargin>
          <FilterInput
            id="runbook-search"
            value={search}
            escapeRegex={false}
            placeholder={t('runbooks.search-placeholder', 'Alert, summary or first steps')}
            onChange={setSearch}
          />
        </Field>
        {groups.map(({ system, alerts }) => (
          <section key={system}>
            <Text element="h2" variant="h4">
              {system}
            </Text>
            <ul className={styles.list}>
              {alerts.map((alert) => (
                <li key={alert.name} className={styles.runbook}>
                  <Stack direction="row" gap={1} wrap="wrap" alignItems="center">
                    <TextLink href={appUrl('runbooks', alert.name)}>{alert.name}</TextLink>
                    {alertLevels(alert.threshold).map((level) => (
                      <SeverityBadge key={level} severity={severities[level]} level={level} />
                    ))}
                  </Stack>
                  <Text color="secondary">{alert.summary}</Text>
                </li>
              ))}
            </ul>
          </section>
        ))}
        {groups.length === 0 && (
          <EmptyState
            variant="not-found"
            message={t('runbooks.none', 'No runbook matches your search')}
            button={
              <Button variant="secondary" onClick={() => setSearch('')}>
                {t('runbooks.show-all', 'Show all runbooks')}
              </Button>
            }
          />
        )}
      </Stack>
    );
  };
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', margin: theme.spacing(1, 0, 0) }),
  runbook: css({
    padding: theme.spacing(1, 0),
    borderTop: `1px solid ${theme.colors.border.weak}`,
    overflowWrap: 'anywhere',
  }),
});
