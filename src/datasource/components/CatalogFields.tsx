import { t } from '@grafana/i18n';
import { Combobox, InlineField, Input, Stack } from '@grafana/ui';
import React, { type ChangeEvent } from 'react';

import { type Catalog } from '../../catalog/catalog';
import { type CatalogQuery } from '../query/query';

interface Props {
  readonly query: CatalogQuery;
  readonly catalog: Catalog;
  readonly onChange: (query: CatalogQuery) => void;
}

const USUAL_LIMIT = '100';

/** Which statement, and how many rows of a list. */
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
      <InlineField
        label={t('datasource.query.limit', 'Rows at most')}
        tooltip={t('datasource.query.limit-about', 'Of a list; a variable is allowed')}
        htmlFor={`limit-${query.refId}`}
      >
        <Input
          id={`limit-${query.refId}`}
          width={12}
          placeholder={USUAL_LIMIT}
          defaultValue={query.limit ?? ''}
          onBlur={(event: ChangeEvent<HTMLInputElement>) =>
            onChange({ ...query, limit: event.target.value.trim() || undefined })
          }
        />
      </InlineField>
    </Stack>
  );
}
