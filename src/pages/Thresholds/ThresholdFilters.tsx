import { Checkbox, Combobox, Field, FilterInput, Stack } from '@grafana/ui';
import React from 'react';

import { t } from '../../app/t';
import { LEVELS } from '../../catalog/kinds/threshold';
import { type FILTER_KEYS, type ThresholdFilter } from './thresholdFilter';

interface Props {
  readonly filter: ThresholdFilter;
  /** Systems to choose from; none where there is nothing to choose. */
  readonly systems: ReadonlyArray<{ readonly id: string; readonly title: string }>;
  readonly onChange: (changed: Readonly<Partial<Record<(typeof FILTER_KEYS)[number], string>>>) => void;
}

const WIDTH = 24;

/** Which thresholds are shown, and in which order. */
export function ThresholdFilters({ filter, systems, onChange }: Props) {
  return (
    <Stack direction="row" gap={2} wrap="wrap" alignItems="flex-end">
      <Stack direction="column" flex="1 1 260px">
        <Field label={t('thresholds.search.label', 'Search thresholds')} noMargin>
          <FilterInput
            id="threshold-search"
            value={filter.search}
            escapeRegex={false}
            placeholder={t('thresholds.search.placeholder', 'Title, id, system, level or words of the source')}
            onChange={(search) => onChange({ search })}
          />
        </Field>
      </Stack>
      {systems.length > 1 && (
        <Field label={t('thresholds.filter.system', 'System')} htmlFor="threshold-system" noMargin>
          <Combobox
            id="threshold-system"
            width={WIDTH}
            options={systems.map(({ id, title }) => ({ value: id, label: title }))}
            value={filter.system ?? null}
            placeholder={t('thresholds.filter.all', 'All')}
            isClearable
            onChange={(option) => onChange({ system: option?.value ?? '' })}
          />
        </Field>
      )}
      <Field label={t('thresholds.filter.level', 'Level')} htmlFor="threshold-level" noMargin>
        <Combobox
          id="threshold-level"
          width={WIDTH}
          options={[...LEVELS].reverse().map((value) => ({ value }))}
          value={filter.level ?? null}
          placeholder={t('thresholds.filter.all', 'All')}
          isClearable
          onChange={(option) => onChange({ level: option?.value ?? '' })}
        />
      </Field>
      <Checkbox
        id="threshold-breached"
        label={t('thresholds.filter.breached', 'Breached only')}
        value={filter.onlyBreached}
        onChange={({ currentTarget: { checked } }) => onChange({ breached: checked ? 'true' : '' })}
      />
      <Checkbox
        id="threshold-order"
        label={t('thresholds.filter.order', 'Least margin first')}
        value={filter.order === 'margin'}
        onChange={({ currentTarget: { checked } }) => onChange({ order: checked ? 'margin' : '' })}
      />
    </Stack>
  );
}
