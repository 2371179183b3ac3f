import { type AnnotationSupport } from '@grafana/data';
import { of } from 'rxjs';

import { annotationEvents } from './annotationEvents';
import { type GenwatchQuery } from '../query/query';

/** Marks on panels: when alerts fired, without anything to configure. */
export const genwatchAnnotations: AnnotationSupport<GenwatchQuery> = {
  getDefaultQuery: () => ({ kind: 'alerts', show: 'history' }),
  processEvents: (_, frames) => of(annotationEvents(frames)),
};
