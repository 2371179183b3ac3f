import { join } from 'node:path';

import { SOURCE_ERRORS } from '../../src/catalog/systems/platform/sourceErrors';
import { buildCatalog } from '../../src/catalog/catalog';
import { type Alert, conditionInWords, holdOf } from '../../src/catalog/kinds/alert';
import { isClosed, type Metric } from '../../src/catalog/kinds/metric';
import { alertLevels } from '../../src/catalog/kinds/threshold';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { SYSTEMS } from '../../src/catalog/systems';
import { SELF_METRICS, WRITTEN_BY_PROMETHEUS } from './prometheusSeries';
import { INDEX, readRunbooks } from './readRunbooks';
import { type LabelMatcher, readSeries } from './readSeries';
import { anchorOf, blocksOf, codeSpans, type Runbook, sectionOf, tableRows } from './runbook';

const PARTS = ['Meaning', 'Impact', 'Diagnosis', 'Mitigation'];
const LANGUAGES = ['sql', 'promql', 'sh'];
/** What `genwatch sql three-strikes` makes. */
const IN_THE_DATABASE = ['genwatch_sweep_strikes', 'genwatch_strike_errors'];
/** What Prometheus adds to every scraped series. */
const TARGET_LABELS = ['job', 'instance'];

const { settings, systems } = buildCatalog(SYSTEMS, DEFAULT_SETTINGS);
const alerts = systems.flatMap((system) => system.alerts);
const metrics = systems.flatMap((system) => system.metrics);
const jobs = Object.values(settings.selectors).map(({ job }) => job ?? '');
const records = alerts.map(({ shape }) => shape.record);

const all = readRunbooks(join(__dirname, '../../docs/runbooks'));
const runbooks = [...all.values()].filter(({ name }) => name !== INDEX);

function runbookOf(name: string): Runbook {
  const runbook = all.get(name);
  if (!runbook) {
    throw new Error(`There is no docs/runbooks/${name}.md. Write one: CONTRIBUTING.md tells how.`);
  }
  return runbook;
}

/** The prose of a part, its lines joined, marks of lists and emphasis left out. */
const proseOf = ({ sections }: Runbook, ...parts: string[]) =>
  sections
    .filter(({ part }) => parts.includes(part))
    .map(({ heading, prose }) => `${heading}\n${prose}`)
    .join('\n')
    .replace(/\*\*/g, '')
    .replace(/\s+/g, ' ');

describe('the runbooks', () => {
  it('are one for each alert, and no more', () => {
    expect(runbooks.map(({ name }) => name).sort()).toEqual(alerts.map(({ name }) => name).sort());
  });

  it('are listed in the index, each with its levels and its summary', () => {
    const rows = runbookOf(INDEX)
      .sections.flatMap(({ prose }) => tableRows(prose))
      .slice(1);
    expect(rows.map((row) => row.slice(0, 3)).sort()).toEqual(
      alerts
        .map((alert) => [`[${alert.name}](${alert.name}.md)`, alertLevels(alert.threshold).join(', '), alert.summary])
        .sort()
    );
  });

  it('explain every reason for which the exporter cannot read a source', () => {
    const { prose } = sectionOf(runbookOf('GenwatchExporterUnreachable'), 'It answers, but its values are old');
    const [head, ...rows] = tableRows(prose);
    expect(head?.[0]).toBe('`reason`');
    expect(rows.map(([reason]) => codeSpans(reason ?? '').join()).sort()).toEqual([...SOURCE_ERRORS].sort());
  });
});

describe.each(alerts.map((alert) => [alert.name, alert] as const))('the runbook of %s', (name, alert: Alert) => {
  const levels = alertLevels(alert.threshold);

  it('has its title, the four parts in order, and each of them filled', () => {
    const runbook = runbookOf(name);
    expect(runbook.sections.filter(({ depth }) => depth < 3).map(({ heading }) => heading)).toEqual([name, ...PARTS]);
    PARTS.forEach((part) => expect(proseOf(runbook, part).length).toBeGreaterThan(100));
  });

  it('tells under its title what the alert says', () => {
    expect(runbookOf(name).sections[0]?.prose).toContain(alert.summary);
  });

  it('has a section in Meaning for each of several levels, the worst first', () => {
    const meaning = runbookOf(name).sections.filter(({ depth, part }) => depth === 3 && part === 'Meaning');
    const expected = levels.length > 1 ? [...levels].reverse() : [];
    expect(meaning.map(({ heading }) => heading)).toEqual(expected);
  });

  it.each(levels)('states the condition of the level %s as the catalog has it', (level) => {
    const runbook = runbookOf(name);
    const text = levels.length > 1 ? sectionOf(runbook, level).prose.replace(/\s+/g, ' ') : proseOf(runbook, 'Meaning');
    const hold = holdOf(alert, level) === '0s' ? '' : `, for ${holdOf(alert, level)}`;
    const named = levels.length > 1 ? '' : `${level}: `;
    expect(text.toLowerCase()).toContain(`${named}${conditionInWords(alert, level)}${hold}.`.toLowerCase());
  });

  it('takes up the steps of the alert in their order', () => {
    const text = proseOf(runbookOf(name), 'Diagnosis', 'Mitigation');
    const places = alert.steps.map((step) => text.indexOf(step));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('has something to run in Diagnosis, and only in languages that are known', () => {
    const { sections } = runbookOf(name);
    expect(sections.filter(({ part }) => part === 'Diagnosis').flatMap(({ blocks }) => blocks)).not.toEqual([]);
    const languages = sections.flatMap(({ blocks }) => blocks.map(({ language }) => language));
    expect(languages.filter((language) => !LANGUAGES.includes(language))).toEqual([]);
  });
});

describe.each([...all.keys()])('the links of %s', (name) => {
  it('lead to files of this folder, which is all the alert console serves, and to headings that are there', () => {
    const broken = runbookOf(name)
      .sections.flatMap(({ links }) => links)
      .filter(({ target }) => !/^https:/.test(target))
      .filter(({ target }) => {
        const [file = '', anchor] = target.split('#');
        const linked = file === '' ? all.get(name) : all.get(file.replace(/\.md$/, ''));
        const isThere = linked?.sections.some(({ heading }) => anchor === undefined || anchorOf(heading) === anchor);
        return !isThere || (file !== '' && !file.endsWith('.md'));
      });
    expect(broken).toEqual([]);
  });
});

const expressions = runbooks.flatMap((runbook) =>
  blocksOf(runbook, 'promql').map(({ block }) => [`${runbook.name}.md:${block.line}`, block.text] as const)
);

describe('the PromQL of the runbooks', () => {
  it('was found', () => {
    expect(expressions.length).toBeGreaterThan(10);
  });

  it.each(expressions)('%s parses and reads only series that exist, by labels they have', (_, expr) => {
    expect(readSeries(expr).length).toBeGreaterThan(0);
    expect(readSeries(expr).flatMap(({ name, matchers }) => problemsOf(name, matchers))).toEqual([]);
  });

  it('knows the metrics of the text and of the commands too', () => {
    const texts = runbooks.flatMap(({ sections }) =>
      sections.flatMap(({ prose, blocks }) => [prose, ...blocks.map(({ text }) => text)])
    );
    const named = texts.flatMap((text) => text.match(/\bgenwatch_\w+/g) ?? []);
    const known = [...metrics.map(({ name }) => name), ...IN_THE_DATABASE];
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });

  it.each([
    ['a metric nobody has', 'genwatch_validation_chain'],
    ['a label the metric does not have', 'genwatch_validation_chains{result="fixed"}'],
    ['a value the label does not have', 'genwatch_validation_chains{outcome="repaired"}'],
    ['another job than that of the settings', 'up{job="exporter"}'],
    ['a selector without a name', '{job="genwatch-exporter"}'],
  ])('would not pass with %s', (_, expr) => {
    expect(readSeries(expr).flatMap(({ name, matchers }) => problemsOf(name, matchers))).toHaveLength(1);
  });
});

/** A histogram has no series of its own name. */
const seriesOf = ({ name, type }: Metric): string[] =>
  type === 'histogram' ? ['_bucket', '_sum', '_count'].map((suffix) => name + suffix) : [name];

function problemsOf(name: string, matchers: readonly LabelMatcher[]): string[] {
  const metric = metrics.find((one) => seriesOf(one).includes(name));
  const isKnown = metric || [...records, ...WRITTEN_BY_PROMETHEUS, ...SELF_METRICS].includes(name);
  if (!isKnown) {
    return [`there is no series "${name}"`];
  }
  return matchers.flatMap(({ label, operator, value }) => {
    if (label === 'job' && !jobs.includes(value)) {
      return [`${name}: no job is called "${value}"`];
    }
    const values = label === 'le' ? metric?.buckets : metric?.labels[label];
    if (metric && !values && !TARGET_LABELS.includes(label)) {
      return [`${name} has no label "${label}"`];
    }
    const isMissing = values && isClosed(values) && ['=', '!='].includes(operator) && !values.includes(value);
    return isMissing ? [`${name}: no ${label} is "${value}"`] : [];
  });
}
