import { Field, FilterInput, RadioButtonGroup, Stack, Switch } from '@grafana/ui';
import React from 'react';

import { t } from '../../app/t';
import { userIsEditor } from '../../shared/userIsEditor';
import { type IMPACT_FILTER_KEYS, type ImpactFilter } from './impactFilter';
import { type Affected } from './impactUrl';

interface Props {
  readonly filter: ImpactFilter;
  readonly showsIds: boolean;
  readonly onChange: (changed: Readonly<Partial<Record<(typeof IMPACT_FILTER_KEYS)[number], string>>>) => void;
  readonly onShowIds: (shows: boolean) => void;
}

/** No filter: nothing of it stands in the address. */
const ALL = '';

/** Of whom, and whether by name: ids are for who may change things here. */
export function ImpactFilters({ filter, showsIds, onChange, onShowIds }: Props) {
  const [who, only] = [t('impact.filter.who', 'Of'), t('impact.filter.only', 'Only')];
  return (
    <Stack direction="row" gap={2} wrap="wrap" alignItems="flex-end">
      <Field label={who} noMargin>
        <RadioButtonGroup<Affected>
          aria-label={who}
          options={[
            { value: 'user', label: t('impact.users', 'Users') },
            { value: 'project', label: t('impact.projects', 'Projects') },
          ]}
          value={filter.of}
          onChange={(of) => onChange({ of: of === 'user' ? '' : of })}
        />
      </Field>
      <Field label={only} noMargin>
        <RadioButtonGroup
          aria-label={only}
          options={[
            { value: ALL, label: t('impact.filter.all', 'All') },
            { value: 'repeated', label: t('impact.filter.repeated', 'Repeatedly') },
            { value: 'never', label: t('impact.filter.never', 'Never recovered') },
          ]}
          value={filter.only ?? ALL}
          onChange={(value) => onChange({ only: value })}
        />
      </Field>
      <Stack direction="column" flex="1 1 200px">
        <Field label={t('impact.search', 'Search')} noMargin>
          <FilterInput
            id="impact-search"
            value={filter.search}
            escapeRegex={false}
            placeholder={t('impact.search-placeholder', 'Pseudonym, or id where ids are shown')}
            onChange={(search) => onChange({ search })}
          />
        </Field>
      </Stack>
      {userIsEditor() && (
        <Field label={t('impact.show-ids', 'Show ids')} htmlFor="impact-ids" noMargin>
          <Switch id="impact-ids" value={showsIds} onChange={({ currentTarget: { checked } }) => onShowIds(checked)} />
        </Field>
      )}
    </Stack>
  );
}
