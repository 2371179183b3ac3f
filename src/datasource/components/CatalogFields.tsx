import { t } from '@grafana/i18n';
import { Combobox, InlineField, Input, Stack, TagsInput } from '@grafana/ui';
import React, { type ChangeEvent } from 'react';

import { type Catalog } from '../../catalog/catalog';
import { takes, type Choice } from '../../catalog/kinds/query';
import { type CatalogQuery } from '../query/query';

interface Props {
  readonly query: CatalogQuery;
  readonly catalog: Catalog;
  readonly onChange: (query: CatalogQuery) => void;
}

const USUAL_LIMIT = '100';
const USUAL_STEP = '1h';

/** Which statement, and what of it can be chosen: rows of a list, scenes, a subject, the length of a bucket. */
export function CatalogFields({ query, catalog, onChange }: Props) {
  const documented = t('datasource.query.documented', 'As documented');
  const options = catalog.systems.flatMap(({ title: system, queries }) =>
    queries.map(({ id, title, documented: isDocumented }) => ({
      value: id,
      label: title,
      description: id,
      group: isDocumented ? `${system}: ${documented}` : system,
    }))
  );
  const chosen = catalog.systems.flatMap(({ queries }) => queries).find(({ id }) => id === query.statement);
  // A variable can stand for any statement.
  const offers = (choice: Choice) => (chosen ? takes(chosen, choice) : query.statement !== '');
  const text = (field: 'limit' | 'subject' | 'step', label: string, about: string, placeholder: string) =>
    offers(field) && (
      <InlineField label={label} tooltip={about} htmlFor={`${field}-${query.refId}`}>
        <Input
          id={`${field}-${query.refId}`}
          width={12}
          placeholder={placeholder}
          defaultValue={query[field] ?? ''}
          onBlur={(event: ChangeEvent<HTMLInputElement>) =>
            onChange({ ...query, [field]: event.target.value.trim() || undefined })
          }
        />
      </InlineField>
    );
  return (
    <Stack direction="row" wrap="wrap" gap={0.5}>
      <InlineField
        label={t('datasource.query.statement', 'Statement')}
        labelWidth={14}
        htmlFor={`statement-${query.refId}`}
      >
        <Combobox
          id={`statement-${query.refId}`}
          width={60}
          options={options}
          value={query.statement || null}
          createCustomValue
          placeholder={t('datasource.query.choose', 'Choose…')}
          onChange={({ value }) => onChange({ ...query, statement: value })}
        />
      </InlineField>
      {text(
        'limit',
        t('datasource.query.limit', 'Rows at most'),
        t('datasource.query.limit-about', 'Of a list; a variable is allowed'),
        USUAL_LIMIT
      )}
      {text(
        'step',
        t('datasource.query.step', 'Interval'),
        t('datasource.query.step-about', 'How long a bucket is; a variable is allowed'),
        USUAL_STEP
      )}
      {text(
        'subject',
        t('datasource.query.subject', 'Only'),
        t('datasource.query.subject-about', 'The id of one thing to look at; a variable is allowed'),
        t('datasource.query.subject-all', 'All')
      )}
      {offers('scenes') && (
        <InlineField
          label={t('datasource.query.scenes', 'Scenes')}
          tooltip={t('datasource.query.scenes-about', 'All when empty; a variable is allowed')}
          htmlFor={`scenes-${query.refId}`}
        >
          <TagsInput
            id={`scenes-${query.refId}`}
            width={40}
            tags={query.scenes ?? []}
            placeholder={t('datasource.query.scenes-all', 'All')}
            onChange={(scenes) => onChange({ ...query, scenes: scenes.length > 0 ? scenes : undefined })}
          />
        </InlineField>
      )}
    </Stack>
  );
}
