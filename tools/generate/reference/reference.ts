import { type Catalog } from '../../../src/catalog/catalog';
import { boundInWords } from '../../../src/catalog/exact/bound';
import {
  alertExpression,
  conditionInWords,
  enabledLevels,
  evaluationOf,
  holdOf,
} from '../../../src/catalog/kinds/alert';
import { ALERTS_INPUT, type LightInput } from '../../../src/catalog/kinds/light';
import { isClosed, type LabelValues, type Metric } from '../../../src/catalog/kinds/metric';
import { isQuote, type Source } from '../../../src/catalog/kinds/source';
import { type System } from '../../../src/catalog/kinds/system';
import { type Query } from '../../../src/catalog/kinds/query';
import { LEVELS } from '../../../src/catalog/kinds/threshold';
import { type Settings } from '../../../src/catalog/settings/settings';
import { type Bundle } from '../bundle';
import { code, page, table } from './markdown';

/** Reference pages for people: one per kind, a section per system. */
export function emitReference({ systems, settings }: Catalog): Bundle {
  const perSystem = (render: (system: System) => string) =>
    systems.map((system) => `## ${system.title}\n\n${render(system)}`);
  return new Map([
    [
      'docs/reference/thresholds.md',
      page(
        'Thresholds',
        'Every number by which a system is judged, and where it comes from.',
        ...perSystem(thresholds)
      ),
    ],
    [
      'docs/reference/alerts.md',
      page(
        'Alerts',
        'Every alert with its levels, expression and runbook, and the light that sums them up.',
        ...perSystem((s) => [light(s), alerts(s, settings)].filter((part) => part !== '').join('\n\n'))
      ),
    ],
    [
      'docs/reference/metrics.md',
      page('Metrics', 'What each series means. Counts are whole numbers, times are seconds.', ...perSystem(metrics)),
    ],
    [
      'docs/reference/queries.md',
      page(
        'Queries',
        'Every statement that is sent to the database, as it stands for the default settings.',
        ...perSystem(queries)
      ),
    ],
  ]);
}

function thresholds(system: System): string {
  return table(
    ['Id', 'What', 'Levels', 'Window', 'Minimum sample', 'Floor', 'History', 'Source'],
    system.thresholds.map((t) => [
      code(t.id),
      t.title,
      LEVELS.flatMap((level) => {
        const bound = t.levels[level];
        return bound ? [`${level} ${boundInWords(bound, t.unit)}`] : [];
      }).join('; '),
      t.window ?? '',
      t.minimumSample ?? '',
      t.floor ?? '',
      t.history ?? '',
      Object.entries(t.sources)
        .map(([key, source]) => `${key}: ${sourceText(source)}`)
        .join('; '),
    ])
  );
}

/** What makes the light of a system yellow or red. */
function light({ light: sums }: System): string {
  if (!sums) {
    return '';
  }
  const colour = (input: LightInput, level: 'warning' | 'critical') => {
    const bound = input.threshold.levels[level];
    return bound ? boundInWords(bound, input.threshold.unit) : '';
  };
  return [
    `### ${sums.title}`,
    `${code(sums.record)} is the worst of its inputs: 0 green, 1 yellow, 2 red. It has no value while a required input has none; a missing optional input is left out. ${code(sums.inputRecord)} tells each input, -1 where it has no data; \`input="${ALERTS_INPUT}"\` is yellow while any alert of the system fires.`,
    table(
      ['Input', 'Threshold', 'Yellow', 'Red', 'Required'],
      sums.inputs.map((input) => [
        code(input.name),
        code(input.threshold.id),
        colour(input, 'warning'),
        colour(input, 'critical'),
        input.required ? 'yes' : 'no',
      ])
    ),
  ].join('\n\n');
}

const sourceText = (source: Source): string =>
  isQuote(source) ? `${source.document} ${source.section}, "${source.words}"` : `ours: ${source.own}`;

function alerts(system: System, settings: Settings): string {
  return system.alerts
    .map((alert) =>
      [
        `### ${alert.name}`,
        `${alert.summary}. Component ${code(alert.component)}, rule ${code(alert.threshold.id)}, evaluated every ${evaluationOf(alert, settings)}. [Runbook](../runbooks/${alert.name}.md)`,
        `Recorded as ${code(alert.shape.record)}:`,
        `\`\`\`promql\n${alert.shape.expr}\n\`\`\``,
        table(
          ['Level', 'Fires when', 'Expression', 'for'],
          enabledLevels(alert, settings).map((level) => [
            level,
            conditionInWords(alert, level),
            code(alertExpression(alert, level)),
            holdOf(alert, level),
          ])
        ),
      ].join('\n\n')
    )
    .join('\n\n');
}

function metrics(system: System): string {
  return table(
    ['Name', 'Type', 'Labels', 'Producer', 'Meaning'],
    system.metrics.map((metric) => [code(metric.name), metric.type, labels(metric), metric.producer, metric.help])
  );
}

const labels = ({ labels: known, buckets }: Metric): string =>
  Object.entries<LabelValues>({ ...known, ...(buckets && { le: [...buckets, '+Inf'] }) })
    .map(
      ([label, values]) =>
        `${code(label)}: ${isClosed(values) ? values.join(', ') : `at most ${values.atMost} ${values.of}`}`
    )
    .join('; ');

function queries(system: System): string {
  const documented = system.queries.filter((query) => query.documented);
  const rendered = system.queries
    .filter((query) => !query.documented)
    .flatMap((query) => [query, ...documented.filter((one) => one.documented?.correctedBy === query.id)])
    .concat(documented.filter((query) => !query.documented?.correctedBy))
    .map(queryText);
  return rendered.length > 0
    ? [sideBySide(documented), ...rendered].filter((part) => part !== '').join('\n\n')
    : 'None: its data are series.';
}

/** What the documents ask beside what the decisions make of it. */
const sideBySide = (documented: readonly Query[]): string =>
  documented.length === 0
    ? ''
    : table(
        ['Documented statement', 'As documented', 'Ours'],
        documented.map(({ id, source, documented: by }) => [
          isQuote(source) ? `${source.document} ${source.section}` : '',
          code(id),
          by?.correctedBy ? code(by.correctedBy) : '',
        ])
      );

function queryText(query: Query): string {
  const sql = query.sql({ from: ':from', to: ':to', limit: ':limit' });
  const tier = query.tier ? ` The exporter runs it every ${query.tier.every} over the last ${query.tier.window}.` : '';
  return `### ${code(query.id)}\n\n${query.title}.${tier}\n\n\`\`\`sql\n${sql.trim()}\n\`\`\``;
}
