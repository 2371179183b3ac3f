import { Combobox, Field, RadioButtonGroup, Stack } from '@grafana/ui';
import React from 'react';

import { t } from '../../app/t';
import { type AlertFilter } from './alertFilter';

interface Props {
  readonly filter: AlertFilter;
  readonly severities: readonly string[];
  /** None where there is nothing to choose. */
  readonly systems: ReadonlyArray<{ readonly id: string; readonly title: string }>;
  readonly onChange: (changed: Partial<AlertFilter>) => void;
}

const WIDTH = 24;
/** No filter: nothing of it stands in the address. */
const ALL = '';

/** How bad, and of which system. */
export function AlertFilters({ filter, severities, systems, onChange }: Props) {
  const severity = t('alerts.filter.severity', 'Severity');
  return (
    <Stack direction="row" gap={2} wrap="wrap">
      <Field label={severity} noMargin>
        <RadioButtonGroup
          aria-label={severity}
          options={[
            { value: ALL, label: t('alerts.filter.all-severities', 'All') },
            ...severities.map((value) => ({ value, label: value })),
          ]}
          value={filter.severity ?? ALL}
          onChange={(value) => onChange({ severity: value })}
        />
      </Field>
      {systems.length > 0 && (
        <Field label={t('alerts.filter.system', 'System')} htmlFor="alerts-system" noMargin>
          <Combobox
            id="alerts-system"
            width={WIDTH}
            options={systems.map(({ id, title }) => ({ value: id, label: title }))}
            value={filter.system ?? null}
            placeholder={t('alerts.filter.all-systems', 'All')}
            isClearable
            onChange={(option) => onChange({ system: option?.value })}
          />
        </Field>
      )}
    </Stack>
  );
}
