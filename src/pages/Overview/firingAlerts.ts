import { type Catalog } from '../../catalog/catalog';
import { ALERT_LEVELS, type AlertLevel } from '../../catalog/kinds/threshold';
import { rowsOf } from '../../shared/rowsOf';
import { type Answers } from '../../shared/answers';
import { type Episode } from '../../shared/episodes';

/** An alert that fires, once for each level however many things it tells apart. */
export interface FiringAlert {
  readonly name: string;
  readonly system: string;
  readonly level: AlertLevel;
  /** The level in the words of this installation. */
  readonly severity: string;
  readonly summary: string;
  /** Since when the first of them, in ms since 1970; nothing when that is longer ago than was asked for. */
  readonly since?: number;
  /** How many things it tells apart fire. */
  readonly count: number;
  /** Whether people are told; nothing when Alertmanager did not say. */
  readonly state?: 'active' | 'silenced' | 'inhibited';
}

type Found = Omit<FiringAlert, 'level' | 'summary' | 'count'> & { readonly summary?: string };

/** What Alertmanager holds, the worst first; nothing where it did not answer. */
export function alertsOfAlertmanager(catalog: Catalog, answers: Answers, refId: string): FiringAlert[] | undefined {
  const frames = answers.frames(refId);
  return frames.length === 0
    ? undefined
    : grouped(
        catalog,
        rowsOf(frames).map((row): Found => {
          const state = STATES.find((one) => one === row['state']);
          return {
            name: String(row['alertname']),
            system: String(row['system']),
            severity: String(row['severity']),
            summary: String(row['summary'] ?? ''),
            ...(typeof row['since'] === 'number' && { since: row['since'] }),
            ...(state && { state }),
          };
        })
      );
}

const STATES = ['active', 'silenced', 'inhibited'] as const;

/** What Prometheus has as firing: the same alerts, but nothing of silences. */
export const alertsOfHistory = (catalog: Catalog, history: readonly Episode[]): FiringAlert[] =>
  grouped(
    catalog,
    history
      .filter(({ ended }) => ended === undefined)
      .map(({ labels: { alertname = '', system = '', severity = '' }, began }): Found => ({
        name: alertname,
        system,
        severity,
        ...(began !== undefined && { since: began }),
      }))
  );

/** The level behind an installation's word for it. */
export const levelOf = ({ settings: { severities } }: Catalog, severity: string): AlertLevel =>
  ALERT_LEVELS.find((level) => severities[level] === severity) ?? 'info';

/** One entry per alert, severity and state; the worst first, of those what people are told of, then the latest. */
function grouped(catalog: Catalog, found: readonly Found[]): FiringAlert[] {
  const groups = new Map<string, Found[]>();
  for (const one of found) {
    const key = JSON.stringify([one.name, one.severity, one.state]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const known = catalog.systems.flatMap(({ alerts }) => alerts);
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      const { since: _, ...rest } = first ?? {};
      const since = group.map((one) => one.since).filter((time) => time !== undefined);
      return first
        ? [
            {
              ...(rest as Found),
              level: levelOf(catalog, first.severity),
              summary: known.find(({ name }) => name === first.name)?.summary ?? first.summary ?? '',
              count: group.length,
              ...(since.length === group.length && { since: Math.min(...since) }),
            },
          ]
        : [];
    })
    .sort(
      (a, b) =>
        ALERT_LEVELS.indexOf(b.level) - ALERT_LEVELS.indexOf(a.level) ||
        Number(isHeldBack(a)) - Number(isHeldBack(b)) ||
        (b.since ?? 0) - (a.since ?? 0)
    );
}

/** Nobody is told of it. */
const isHeldBack = ({ state }: FiringAlert): boolean => state === 'silenced' || state === 'inhibited';
