import { type Catalog } from '../../catalog/catalog';
import { type Colour } from '../../catalog/kinds/light';
import { type System } from '../../catalog/kinds/system';
import { type Answers } from '../../shared/answers';
import { rowsOf } from '../../shared/rowsOf';
import { lastValues, seriesOf } from '../../shared/seriesOf';
import { episodes, type Episode } from '../../shared/episodes';
import { alertsOfAlertmanager, alertsOfHistory, levelOf, type FiringAlert } from './firingAlerts';
import { freshnessRecords, sourcesOf, staleness, type Staleness } from './freshness';
import { colourOf, lightCourse, type LightCourse } from './lightCourse';
import { troubledInputs, type TroubledInput } from './lightInputs';
import { courseOf, FIRING, HISTORY, signsOfLife, SOURCES } from './overviewQueries';

/** Why nobody knows how a system does. */
export type Unknown =
  | Staleness
  | { readonly because: 'failed'; readonly message: string }
  /** Titles of what its light cannot be without. */
  | { readonly because: 'light-missing'; readonly inputs: readonly string[] }
  | { readonly because: 'no-data' };

export interface FailingSource {
  readonly source: string;
  /** What to do, in the exporter's words. */
  readonly remedy: string;
}

export interface Changes {
  /** What began or ended in the range, the latest first. */
  readonly alerts: ReadonlyArray<Episode & { readonly name: string; readonly severity: string }>;
  readonly began: number;
  readonly ended: number;
  readonly light?: LightCourse;
}

/** One system as the overview shows it. */
export interface OverviewRow {
  readonly system: System;
  /** `pending` until everything that it is made of has come in. */
  readonly state: Colour | 'unknown' | 'pending';
  readonly unknown?: Unknown;
  /** What fires and is for people; nothing when neither Alertmanager nor Prometheus said. */
  readonly firing?: readonly FiringAlert[];
  /** Why nothing is known of silences, where that is so. */
  readonly withoutSilences?: 'failed' | 'not-configured';
  readonly inputs: readonly TroubledInput[];
  readonly failingSources: readonly FailingSource[];
  /** Nothing when Prometheus did not say. */
  readonly changes?: Changes;
}

/** Every system of the catalog, in its order, as far as the answers tell. */
export function overviewRows(catalog: Catalog, answers: Answers): OverviewRow[] {
  const alertmanager = alertsOfAlertmanager(catalog, answers, FIRING);
  const past = alertEpisodes(catalog, answers);
  const firing = alertmanager ?? (past && alertsOfHistory(catalog, past));
  const failing = rowsOf(answers.frames(SOURCES)).filter(({ up }) => up === false);
  return catalog.systems.map((system): OverviewRow => {
    const own = firing?.filter((alert) => alert.system === system.id && alert.level !== 'info');
    const sources = sourcesOf(system);
    return {
      system,
      ...judgement(catalog, system, answers, own),
      ...(own && { firing: own }),
      ...(!alertmanager && { withoutSilences: answers.error(FIRING) ? 'failed' : 'not-configured' }),
      inputs: system.light ? troubledInputs(system.light, answers) : [],
      failingSources: failing
        .map(({ source, remedy }) => ({ source: String(source), remedy: String(remedy ?? '') }))
        .filter(({ source }) => sources.includes(source)),
      ...(past && { changes: changesOf(catalog, system, past, answers) }),
    };
  });
}

/**
 * What fired when; nothing when Prometheus did not answer. Prometheus was there whenever it recorded a light.
 */
export function alertEpisodes({ systems }: Catalog, answers: Answers): Episode[] | undefined {
  if (answers.error(HISTORY) !== undefined || (answers.isPartial && answers.frames(HISTORY).length === 0)) {
    return undefined;
  }
  const lights = systems.flatMap(({ light }) => (light ? seriesOf(answers.frames(courseOf(light))) : []));
  return episodes(
    seriesOf(answers.frames(HISTORY)),
    lights.flatMap(({ points }) => points.map(({ time }) => time))
  );
}

/** The light where there is one, otherwise what fires; unknown when nothing comes in, or what came is old. */
function judgement(
  catalog: Catalog,
  system: System,
  answers: Answers,
  firing: readonly FiringAlert[] | undefined
): Pick<OverviewRow, 'state' | 'unknown'> {
  const { light } = system;
  const signs = signsOfLife(system);
  const message = [...signs, ...(sourcesOf(system).length > 0 ? freshnessRecords(catalog) : [])]
    .map((record) => answers.error(record))
    .find((error) => error !== undefined);
  if (message !== undefined) {
    return unknown({ because: 'failed', message });
  }
  const values = signs.flatMap((record) => lastValues(answers.frames(record)));
  if (answers.isPartial && values.length === 0) {
    return { state: 'pending' };
  }
  const stale = staleness(catalog, system, answers);
  if (stale) {
    return unknown(stale);
  }
  if (light) {
    const missing = troubledInputs(light, answers).filter(({ colour, required }) => required && colour === 'no data');
    const colour = colourOf(values[0]?.value);
    return colour
      ? { state: colour }
      : unknown({ because: 'light-missing', inputs: missing.map(({ title }) => title) });
  }
  if (values.length === 0 || firing === undefined) {
    return unknown({ because: 'no-data' });
  }
  const levels = firing.map(({ level }) => level);
  return { state: levels.includes('critical') ? 'red' : levels.includes('warning') ? 'yellow' : 'green' };
}

const unknown = (reason: Unknown): Pick<OverviewRow, 'state' | 'unknown'> => ({ state: 'unknown', unknown: reason });

function changesOf(catalog: Catalog, { id, light }: System, past: readonly Episode[], answers: Answers): Changes {
  const alerts = past
    .filter(({ labels: { system, severity = '' } }) => system === id && levelOf(catalog, severity) !== 'info')
    .filter(({ began, ended }) => began !== undefined || ended !== undefined)
    .map((episode) => ({
      ...episode,
      name: episode.labels['alertname'] ?? '',
      severity: episode.labels['severity'] ?? '',
    }))
    .sort((a, b) => latest(b) - latest(a));
  const course = light && lightCourse(seriesOf(answers.frames(courseOf(light))));
  return {
    alerts,
    began: alerts.filter(({ began }) => began !== undefined).length,
    ended: alerts.filter(({ ended }) => ended !== undefined).length,
    ...(course && { light: course }),
  };
}

const latest = ({ began = 0, ended = 0 }: Episode): number => Math.max(began, ended);
