import { t } from '@grafana/i18n';
import { Combobox, InlineField } from '@grafana/ui';
import React from 'react';

import { type Catalog } from '../../catalog/catalog';

interface Props {
  readonly id: string;
  readonly catalog: Catalog;
  readonly value: string | undefined;
  readonly onChange: (system: string | undefined) => void;
}

/** One of the catalog's systems, or all of them. */
export const SystemPicker = ({ id, catalog, value, onChange }: Props) => (
  <InlineField label={t('datasource.query.system', 'System')} labelWidth={14} htmlFor={id}>
    <Combobox
      id={id}
      width={30}
      options={catalog.systems.map((system) => ({ value: system.id, label: system.title }))}
      value={value ?? null}
      placeholder={t('datasource.query.all', 'all')}
      createCustomValue
      isClearable
      onChange={(option) => onChange(option?.value)}
    />
  </InlineField>
);
