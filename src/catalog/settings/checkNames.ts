import { seconds } from '../exact/duration';
import { problem, type Problem } from '../kinds/problem';
import { type System } from '../kinds/system';
import { alertLevels, GUARDS, LEVELS, type Guard, type Threshold } from '../kinds/threshold';
import { suggestion } from './nearest';
import { type Settings, type ThresholdOverride } from './settings';
import { shown } from './shown';

/** A range vector needs several scrapes, or it is empty whenever one is late. */
const SCRAPES = 4;

/** Systems, thresholds, levels and alerts of the settings that the documented catalog does not have. */
export function checkNames(settings: Settings, documented: readonly System[]): Problem[] {
  const thresholds = documented.flatMap((system) => system.thresholds);
  const overrides = Object.entries(settings.thresholds).flatMap(([id, override]) => {
    const threshold = thresholds.find((known) => known.id === id);
    return threshold
      ? [...checkOverride(threshold, override), ...checkRateWindow(threshold, override, settings, documented)]
      : [
          unknown(
            'threshold',
            ['thresholds', id],
            id,
            thresholds.map((known) => known.id)
          ),
        ];
  });
  return [...checkSystems(settings, documented), ...overrides, ...checkAlertNames(settings, documented)];
}

function checkSystems({ systems = [] }: Settings, documented: readonly System[]): Problem[] {
  const ids = documented.map(({ id }) => id);
  return systems.flatMap((id, i) => (ids.includes(id) ? [] : [unknown('system', ['systems', String(i)], id, ids)]));
}

const unknown = (what: string, path: readonly string[], name: string, known: readonly string[]) =>
  problem(path, `unknown ${what} ${shown(name)}`, suggestion(name, known));

function checkOverride(threshold: Threshold, override: ThresholdOverride): Problem[] {
  const { id } = threshold;
  const path = ['thresholds', id];
  const paging: readonly string[] = alertLevels(threshold);
  const has = (list: readonly string[]) => `it has ${list.length > 0 ? list.join(', ') : 'none'}`;
  const present = LEVELS.filter((level) => threshold.levels[level] !== undefined);
  return [
    ...LEVELS.filter((level) => override[level] !== undefined && !present.includes(level)).map((level) =>
      problem([...path, level], `${id} has no level "${level}"`, `${has(present)}; levels are those of the documents`)
    ),
    ...Object.keys(override.for ?? {})
      .filter((level) => !paging.includes(level))
      .map((level) => problem([...path, 'for', level], `${id} has no alert at level "${level}"`, has(paging))),
    ...GUARDS.filter((guard) => override[guard] !== undefined && threshold[guard] === undefined).map((guard) =>
      problem([...path, guard], `${id} ${MISSING_GUARD[guard].message}`, `remove it: ${MISSING_GUARD[guard].why}`)
    ),
  ];
}

const MISSING_GUARD: Record<Guard, { readonly message: string; readonly why: string }> = {
  minimumSample: { message: 'has no minimum sample', why: 'the value is judged from the first sample on' },
  window: { message: 'looks at no window', why: 'the value is judged as it is now' },
  floor: { message: 'has no floor', why: 'the value is compared with nothing that could be too low' },
  history: { message: 'needs no history', why: 'the value is judged from the start' },
};

/** Windows of gauges are labels, which `checkSelector` looks at; those of rates are free, but not arbitrarily short. */
function checkRateWindow(
  { id }: Threshold,
  { window }: ThresholdOverride,
  { scrape }: Settings,
  documented: readonly System[]
): Problem[] {
  const isRate = documented
    .flatMap(({ alerts }) => alerts.filter(({ threshold }) => threshold.id === id))
    .some(({ shape }) => shape.reads.some(({ metric }) => metric.type !== 'gauge'));
  const least = SCRAPES * seconds(scrape.interval);
  return window !== undefined && isRate && seconds(window) < least
    ? [
        problem(
          ['thresholds', id, 'window'],
          `${window} is shorter than ${SCRAPES} scrapes of ${scrape.interval}, so a late scrape would empty it`,
          `use ${least}s or more`
        ),
      ]
    : [];
}

function checkAlertNames({ alerts, disabled }: Settings, documented: readonly System[]): Problem[] {
  const known = documented.flatMap((system) => system.alerts);
  const names = known.map(({ name }) => name);
  const labelled = Object.keys(alerts)
    .filter((name) => !names.includes(name))
    .map((name) => unknown('alert', ['alerts', name], name, names));
  const left = disabled.flatMap((entry, i) => {
    const path = ['disabled', String(i)];
    const [name = '', level] = entry.split(/\.(.*)/s);
    const alert = known.find((one) => one.name === name);
    if (!alert) {
      return [unknown('alert', path, name, names)];
    }
    const levels: readonly string[] = alertLevels(alert.threshold);
    return level === undefined || levels.includes(level)
      ? []
      : [problem(path, `${name} has no level ${shown(level)}`, suggestion(level, levels))];
  });
  return [...labelled, ...left];
}
