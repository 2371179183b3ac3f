import React from 'react';

import { type Catalog } from '../../catalog/catalog';
import { type ThresholdsQuery } from '../query/query';
import { SystemPicker } from './SystemPicker';

interface Props {
  readonly query: ThresholdsQuery;
  readonly catalog: Catalog;
  readonly onChange: (query: ThresholdsQuery) => void;
}

/** Whose thresholds. */
export const ThresholdsFields = ({ query, catalog, onChange }: Props) => (
  <SystemPicker
    id={`system-${query.refId}`}
    catalog={catalog}
    value={query.system}
    onChange={(system) => onChange({ ...query, system })}
  />
);
