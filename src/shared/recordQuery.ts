import { type MetricQuery } from '../datasource/query/query';

/** The present value of what a rule records, every label told; the answer goes by the record's name. */
export const recordQuery = (record: string): MetricQuery => ({
  refId: record,
  kind: 'metric',
  series: record,
  instant: true,
});
