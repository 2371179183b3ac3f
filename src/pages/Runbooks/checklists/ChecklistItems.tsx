import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Checkbox, Icon, Stack, Text, TextLink, useStyles2 } from '@grafana/ui';
import React from 'react';

import { t } from '../../../app/t';
import { type ChecklistItem } from '../../../catalog/kinds/checklist';
import { thresholdUrl } from '../../Alerts/alertLinks';
import { ReadingCell } from '../../Thresholds/ReadingCell';
import { type ReadRow } from '../../Thresholds/thresholdFilter';
import { type ItemAnswer, type SystemChecklist } from './reviewAnswers';
import { useTicks } from './useTicks';

/** A threshold of the catalog with its value now; nothing for an id that is none. */
export type ReadThreshold = (id: string) => ReadRow | undefined;

interface Props extends SystemChecklist {
  readonly period: string;
  /** What the data say to a query or threshold; nothing without a data source. */
  readonly answer?: (id: string) => ItemAnswer | undefined;
  readonly threshold: ReadThreshold;
}

/** One checklist: boxes for people to tick, with what the data already say beside them. */
export function ChecklistItems({ system, checklist, period, answer, threshold }: Props) {
  const styles = useStyles2(getStyles);
  const ticks = useTicks(checklist.id, period);
  const done = checklist.items.filter(({ text }) => ticks.has(text)).length;
  return (
    <section>
      <Stack direction="row" gap={1} alignItems="baseline" wrap="wrap">
        <Text element="h2" variant="h4">
          {`${system.title}: ${checklist.title}`}
        </Text>
        <Text color="secondary" variant="bodySmall">
          {t('checklists.done', '{{done}} of {{total}} done', { done, total: checklist.items.length })}
        </Text>
      </Stack>
      <ul className={styles.list}>
        {checklist.items.map((item) => (
          <li key={item.text} className={styles.item}>
            <Checkbox
              label={item.text}
              value={ticks.has(item.text)}
              onChange={({ currentTarget }) => ticks.set(item.text, currentTarget.checked)}
            />
            <div className={styles.answers}>
              {answer && item.ids.map((id) => <Answer key={id} answer={answer(id)} />)}
              <Text color="secondary" variant="bodySmall">
                {t('checklists.look', 'See {{look}}.', { look: item.look })}
              </Text>
              <Thresholds item={item} threshold={threshold} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Answer({ answer }: { readonly answer: ItemAnswer | undefined }) {
  switch (answer?.kind) {
    case 'summary':
      return (
        <Stack direction="row" gap={1} alignItems="flex-start">
          <Icon
            name={answer.attention ? 'exclamation-triangle' : 'check'}
            title={answer.attention ? t('checklists.attention', 'look at this') : t('checklists.fine', 'fine')}
          />
          <span>{answer.text}</span>
        </Stack>
      );
    case 'failed':
      return <span>{t('checklists.failed', 'Not answered: {{message}}', { message: answer.message })}</span>;
    case 'asked':
      return <Text color="secondary">{t('checklists.asked', 'Asking the database…')}</Text>;
    case undefined:
      return null;
  }
}

const Thresholds = ({ item, threshold }: { readonly item: ChecklistItem; readonly threshold: ReadThreshold }) => (
  <>
    {item.ids
      .flatMap((id) => threshold(id) ?? [])
      .map((row) => (
        <Stack key={row.id} direction="row" gap={1} alignItems="baseline" wrap="wrap">
          <TextLink href={thresholdUrl(row.id)} variant="bodySmall">
            {t('checklists.threshold', 'Threshold {{id}}', { id: row.id })}
          </TextLink>
          <ReadingCell row={row} reading={row.reading} />
        </Stack>
      ))}
  </>
);

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', margin: theme.spacing(1, 0, 0) }),
  item: css({ padding: theme.spacing(1, 0), borderTop: `1px solid ${theme.colors.border.weak}` }),
  answers: css({
    display: 'grid',
    gap: theme.spacing(0.5),
    paddingLeft: theme.spacing(3),
    overflowWrap: 'anywhere',
    justifyItems: 'start',
  }),
});
