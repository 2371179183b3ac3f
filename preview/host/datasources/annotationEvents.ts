import { type AnnotationEvent, type DataFrame, FieldType } from '@grafana/data';

/** A mark of a dashboard: `ALERTS{…}` with what is written at it. */
export interface AlertAnnotation {
  readonly expr: string;
  readonly step?: string;
  readonly titleFormat?: string;
  readonly textFormat?: string;
  readonly tagKeys?: string;
}

const DEFAULT_STEP_MS = 60_000;

/** The times during which each series has a value other than 0, as marks. */
export const annotationEvents = (annotation: AlertAnnotation, frames: readonly DataFrame[]): AnnotationEvent[] =>
  frames.flatMap((frame) => {
    const time = frame.fields.find(({ type }) => type === FieldType.time);
    const value = frame.fields.find(({ type }) => type === FieldType.number);
    if (!time || !value) {
      return [];
    }
    const labels = value.labels ?? {};
    const written = (format = ''): string =>
      format.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, label: string) => labels[label] ?? '');
    const at = time.values.filter((_, i) => Boolean(value.values[i])) as number[];
    return spans(at, time.config.interval ?? DEFAULT_STEP_MS).map(({ from, to }) => ({
      time: from,
      timeEnd: to,
      isRegion: true,
      title: written(annotation.titleFormat),
      text: written(annotation.textFormat),
      tags: (annotation.tagKeys ?? '').split(',').flatMap((key) => labels[key.trim()] ?? []),
    }));
  });

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Samples that follow each other belong to one span. */
const spans = (times: readonly number[], stepMs: number): Span[] =>
  times.reduce<Span[]>((found, at) => {
    const last = found.at(-1);
    return last && at - last.to <= stepMs
      ? [...found.slice(0, -1), { from: last.from, to: at }]
      : [...found, { from: at, to: at }];
  }, []);
