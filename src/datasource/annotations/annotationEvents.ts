import { FieldType, type AnnotationEvent, type DataFrame } from '@grafana/data';

import { episodes } from '../../shared/episodes';
import { seriesOf } from '../../shared/seriesOf';

/**
 * What frames tell as marks on a panel: alerts over time become a span from their begin to their end, and a row with a
 * time becomes a mark with its first text.
 */
export const annotationEvents = (frames: readonly DataFrame[]): AnnotationEvent[] => [
  ...spans(frames.filter(isSeries)),
  ...frames.filter((frame) => !isSeries(frame)).flatMap(marks),
];

const isSeries = ({ fields }: DataFrame) =>
  fields.some(({ type, labels }) => type === FieldType.number && labels?.['alertname'] !== undefined);

function spans(frames: readonly DataFrame[]): AnnotationEvent[] {
  const series = seriesOf(frames);
  const times = series.flatMap(({ points }) => points.map(({ time }) => time));
  return episodes(series, []).map(({ labels, began = Math.min(...times), ended = Math.max(...times) }) => ({
    time: began,
    timeEnd: ended,
    isRegion: ended > began,
    title: labels['alertname'] ?? '',
    text: labels['component'] ?? '',
    tags: [labels['severity'], labels['system']].filter((tag) => tag !== undefined),
  }));
}

function marks({ fields, length }: DataFrame): AnnotationEvent[] {
  const time = fields.find(({ type }) => type === FieldType.time);
  const texts = fields.filter(({ type }) => type === FieldType.string);
  return Array.from({ length }, (_, i) => {
    const [title = '', ...rest] = texts.map(({ values }) => String(values[i] ?? ''));
    return { time: Number(time?.values[i]), title, text: rest.filter((text) => text !== '').join('\n') };
  }).filter((event) => Number.isFinite(event.time) && event.time > 0);
}
