import { type DataSourceApi, DataSourceVariableSupport } from '@grafana/data';

import { type GenwatchOptions } from './options';
import { type GenwatchQuery } from './query/query';

/** Variables take the same queries as panels, in the same editor. */
export class GenwatchVariables extends DataSourceVariableSupport<
  DataSourceApi<GenwatchQuery, GenwatchOptions>,
  GenwatchQuery,
  GenwatchOptions
> {}
