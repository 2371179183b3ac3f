import {
  type AnnotationQuery,
  type AnnotationSupport,
  type DataSourceInstanceSettings,
  type ScopedVars,
} from '@grafana/data';
import { DataSourceWithBackend, getTemplateSrv } from '@grafana/runtime';
import { type DataQuery } from '@grafana/schema';
import { of } from 'rxjs';

import { annotationEvents, type AlertAnnotation } from './annotationEvents';

export interface PromQuery extends DataQuery {
  readonly expr: string;
  readonly range?: boolean;
  readonly instant?: boolean;
  readonly legendFormat?: string;
  readonly format?: string;
  readonly interval?: string;
}

const ANNOTATION_STEP = '60s';

/** Grafana's Prometheus data source as far as our queries need it; the server asks and makes the frames. */
export class PrometheusDataSource extends DataSourceWithBackend<PromQuery> {
  constructor(settings: DataSourceInstanceSettings) {
    super(settings);
    this.annotations = ANNOTATIONS;
  }

  override applyTemplateVariables(query: PromQuery, scopedVars: ScopedVars): PromQuery {
    const { replace } = getTemplateSrv();
    return {
      ...query,
      expr: replace(query.expr, withRates(scopedVars), regexOfSeveral),
      legendFormat: replace(query.legendFormat ?? '', scopedVars),
      ...(query.interval !== undefined && { interval: replace(query.interval, scopedVars) }),
    };
  }

  override filterQuery({ expr, hide }: PromQuery): boolean {
    return Boolean(expr) && !hide;
  }
}

const ANNOTATIONS: AnnotationSupport<PromQuery, AnnotationQuery<PromQuery> & AlertAnnotation> = {
  prepareQuery: ({ expr, step }) => ({
    refId: 'Annotation',
    expr,
    range: true,
    instant: false,
    interval: step ?? ANNOTATION_STEP,
  }),
  processEvents: (annotation, frames) => of(annotationEvents(annotation, frames)),
};

/** Four scrapes at least, as Grafana counts `$__rate_interval`. */
const withRates = (scopedVars: ScopedVars): ScopedVars => {
  const intervalMs = Number(scopedVars.__interval_ms?.value ?? 15_000);
  const value = `${Math.max(60, Math.round(intervalMs / 1000) + 15)}s`;
  return { ...scopedVars, __rate_interval: { text: value, value } };
};

interface Variable {
  readonly multi?: boolean;
  readonly includeAll?: boolean;
}

/** Several values are an alternative in a regular expression. */
function regexOfSeveral(value: string | string[], { multi, includeAll }: Variable): string {
  const values = [value].flat().map((one) => one.replace(/[\\^$*+?.()|[\]{}]/g, '\\\\$&'));
  if (typeof value === 'string' && !multi && !includeAll) {
    return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  }
  return values.length === 1 ? (values[0] ?? '') : `(${values.join('|')})`;
}
