import { Combobox, Field, FilterInput, Stack } from '@grafana/ui';
import React from 'react';

import { t } from '../../app/t';
import { FAILURE_CATEGORIES, SEVERITIES } from '../../catalog/settings/settings';
import { categoryInWords } from './categoryInWords';
import { type FAILURE_FILTER_KEYS, type FailureFilter } from './failureFilter';
import { severityInWords } from './FailureSeverity';

interface Props {
  readonly filter: FailureFilter;
  readonly onChange: (changed: Readonly<Partial<Record<(typeof FAILURE_FILTER_KEYS)[number], string>>>) => void;
}

const WIDTH = 24;

/** Which failures are shown. */
export const FailureFilters = ({ filter, onChange }: Props) => (
  <Stack direction="row" gap={2} wrap="wrap" alignItems="flex-end">
    <Stack direction="column" flex="1 1 260px">
      <Field label={t('failures.search', 'Search failures')} noMargin>
        <FilterInput
          id="failure-search"
          value={filter.search}
          escapeRegex={false}
          placeholder={t('failures.search-placeholder', 'Error type, words of the message or fingerprint')}
          onChange={(search) => onChange({ search })}
        />
      </Field>
    </Stack>
    <Field label={t('failures.filter.category', 'Category')} htmlFor="failure-category" noMargin>
      <Combobox
        id="failure-category"
        width={WIDTH}
        options={FAILURE_CATEGORIES.map((value) => ({ value, label: categoryInWords(value) }))}
        value={filter.category ?? null}
        placeholder={t('failures.filter.all', 'All')}
        isClearable
        onChange={(option) => onChange({ category: option?.value ?? '' })}
      />
    </Field>
    <Field label={t('failures.filter.severity', 'Severity')} htmlFor="failure-severity" noMargin>
      <Combobox
        id="failure-severity"
        width={WIDTH}
        options={[...SEVERITIES].reverse().map((value) => ({ value, label: severityInWords(value) }))}
        value={filter.severity ?? null}
        placeholder={t('failures.filter.all', 'All')}
        isClearable
        onChange={(option) => onChange({ severity: option?.value ?? '' })}
      />
    </Field>
  </Stack>
);
