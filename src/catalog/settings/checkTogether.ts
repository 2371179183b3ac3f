import { seconds, type Duration } from '../exact/duration';
import { problem, type Problem } from '../kinds/problem';
import { ALERT_LEVELS } from '../kinds/threshold';
import { PHRASES, type Settings, type TableSettings } from './settings';
import { shown } from './shown';

/** Values that are fine one by one and wrong beside each other. Needs no catalog. */
export function checkTogether(settings: Settings): Problem[] {
  const { scrape, delivery, severities, validation, generation, disabled, targets, selectors } = settings;
  return [
    ...notLonger(['scrape'], scrape, 'timeout', 'interval', 'Prometheus refuses that'),
    ...notLonger(['delivery'], delivery, 'groupInterval', 'repeatInterval', 'repeats are sent in group intervals'),
    ...distinct(
      ALERT_LEVELS.map((level) => [['severities', level], severities[level]]),
      'give each level a severity of its own: routing and inhibition tell levels apart by it'
    ),
    ...distinctColumns(['validation', 'messages'], validation.messages),
    ...distinctColumns(['validation', 'logs'], validation.logs),
    ...GENERATION_TABLES.flatMap((table) => distinctColumns(['generation', table], generation[table])),
    ...distinct(
      validation.patterns.map(({ name }, i) => [['validation', 'patterns', String(i), 'name'], name]),
      'join the patterns with "|" or rename one'
    ),
    ...distinct(items(['disabled'], disabled), 'remove one'),
    ...distinct(items(['systems'], settings.systems ?? []), 'remove one'),
    ...notEmpty(['systems'], settings.systems ?? ['all'], 'without one, nothing is watched'),
    ...distinct(items(['targets', 'exporter'], targets.exporter), 'remove one'),
    ...distinct(items(['targets', 'application'], targets.application ?? []), 'remove one'),
    ...distinct(items(['targets', 'prometheus'], targets.prometheus), 'remove one'),
    ...distinct(items(['targets', 'alertmanager'], targets.alertmanager), 'remove one'),
    ...distinct(
      [
        ...(['exporter', 'prometheus', 'alertmanager'] as const),
        ...(targets.application === undefined ? [] : (['application'] as const)),
      ].flatMap((producer): Entry[] => {
        const { job } = selectors[producer];
        return job === undefined ? [] : [[['selectors', producer, 'job'], job]];
      }),
      'give each scrape job a name of its own'
    ),
    ...notEmpty(['targets', 'exporter'], targets.exporter, 'without one, no database alert can fire'),
    ...notEmpty(
      ['targets', 'prometheus'],
      targets.prometheus,
      'without one, nobody sees that rules or notifications fail'
    ),
    ...notEmpty(['targets', 'alertmanager'], targets.alertmanager, 'without one, nobody is notified'),
    ...PHRASES.flatMap((event) =>
      notEmpty(['validation', 'phrases', event], validation.phrases[event], `without one, no ${event} is ever seen`)
    ),
  ];
}

function notLonger<K extends string>(
  path: readonly string[],
  durations: Readonly<Record<K, Duration>>,
  shorter: K,
  longer: K,
  why: string
): Problem[] {
  return seconds(durations[shorter]) <= seconds(durations[longer])
    ? []
    : [
        problem(
          [...path, shorter],
          `${shorter} ${durations[shorter]} is longer than ${longer} ${durations[longer]}: ${why}`,
          `set ${shorter} to ${durations[longer]} or less, or ${longer} to ${durations[shorter]} or more`
        ),
      ];
}

const GENERATION_TABLES = ['failures', 'analytics', 'tests', 'runs'] as const;

function distinctColumns(path: readonly string[], { columns }: TableSettings<string>): Problem[] {
  return distinct(
    Object.entries(columns).map(([column, name]) => [[...path, 'columns', column], name]),
    'name the column that holds each'
  );
}

type Entry = readonly [path: readonly string[], value: string];

const items = (path: readonly string[], list: readonly string[]): Entry[] =>
  list.map((value, i) => [[...path, String(i)], value]);

function distinct(entries: readonly Entry[], remedy: string): Problem[] {
  const firsts = new Map<string, readonly string[]>();
  return entries.flatMap(([path, value]) => {
    const first = firsts.get(value);
    firsts.set(value, first ?? path);
    return first ? [problem(path, `${shown(value)} stands twice, first at ${first.join('.')}`, remedy)] : [];
  });
}

function notEmpty(path: readonly string[], list: readonly string[], why: string): Problem[] {
  return list.length > 0
    ? []
    : [problem(path, 'the list is empty', `add an item or remove the key to keep the default: ${why}`)];
}
