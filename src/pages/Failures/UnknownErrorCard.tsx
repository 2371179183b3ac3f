import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { ClipboardButton, Combobox, Field, Stack, Text, useStyles2 } from '@grafana/ui';
import React, { useId, useState } from 'react';

import { t } from '../../app/t';
import { FAILURE_CATEGORIES, type FailureCategory, type Settings } from '../../catalog/settings/settings';
import { overrideSnippet, patternOverride } from '../../catalog/templates/patternOverride';
import { Facts } from '../../shared/Facts';
import { Moment } from '../../shared/time/Moment';
import { categoryInWords } from './categoryInWords';
import { type UnknownError } from './unknownError';

interface Props {
  readonly error: UnknownError;
  readonly settings: Settings;
}

const WIDTH = 28;

/** One group of unknown errors: how often, since when, examples, and the lines of the settings that name it. */
export function UnknownErrorCard({ error, settings }: Props) {
  const styles = useStyles2(getStyles);
  const { template, name, count, firstSeen, lastSeen, examples } = error;
  const [category, setCategory] = useState<FailureCategory>(error.category);
  const id = useId();
  const override = patternOverride(error, settings, { category });
  return (
    <Stack direction="column" gap={1}>
      <Text element="h3" variant="h6">
        {name}
      </Text>
      <code className={styles.template}>{template}</code>
      <Facts
        facts={[
          [t('failures.column.occurrences', 'Occurrences'), count],
          [t('failures.unknown-first', 'First seen'), firstSeen === undefined ? undefined : <Moment at={firstSeen} />],
          [t('failures.column.last-seen', 'Last seen'), lastSeen === undefined ? undefined : <Moment at={lastSeen} />],
        ]}
      />
      {examples.length > 0 && (
        <details>
          <summary>
            {t('failures.examples', '', {
              count: examples.length,
              defaultValue_one: '{{count}} masked example',
              defaultValue_other: '{{count}} masked examples',
            })}
          </summary>
          <ul className={styles.examples}>
            {examples.map((example) => (
              <li key={example}>{example}</li>
            ))}
          </ul>
        </details>
      )}
      <Stack direction="row" gap={1} wrap="wrap" alignItems="flex-end">
        <Field label={t('failures.column.category', 'Category')} htmlFor={id} noMargin>
          <Combobox
            id={id}
            width={WIDTH}
            options={FAILURE_CATEGORIES.filter((one) => one !== 'unknown').map((value) => ({
              value,
              label: categoryInWords(value),
            }))}
            value={category === 'unknown' ? null : category}
            placeholder={t('failures.choose-category', 'Choose…')}
            onChange={({ value }) => setCategory(value)}
          />
        </Field>
        {!('refusal' in override) && (
          <ClipboardButton
            icon="copy"
            variant="secondary"
            getText={() => overrideSnippet(override, settings)}
            aria-label={t('failures.copy-label', 'Copy the lines that give “{{name}}” a category', { name })}
          >
            {t('failures.copy', 'Copy the lines')}
          </ClipboardButton>
        )}
      </Stack>
      {'refusal' in override && (
        <Text color="secondary" variant="bodySmall">
          {category === 'unknown'
            ? t('failures.choose-first', 'Its words speak for no category: choose one.')
            : override.refusal}
        </Text>
      )}
    </Stack>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  template: css({ whiteSpace: 'normal', overflowWrap: 'anywhere', alignSelf: 'flex-start' }),
  examples: css({ margin: theme.spacing(0.5, 0, 0, 3), color: theme.colors.text.secondary }),
});
