import { type Catalog } from '../../catalog/catalog';
import { ALERT_LEVELS, type AlertLevel } from '../../catalog/kinds/threshold';
import { type AlertInstance } from './alertInstances';
import { knownAlert, type KnownAlert } from './knownAlert';

/** Everything that one alert of one severity tells of, as one row. */
export interface AlertGroup {
  /** `firing ValidationAttemptLimit critical validation`. */
  readonly id: string;
  readonly name: string;
  readonly severity: string;
  /** What the installation's word for the severity means; nothing for somebody else's word. */
  readonly level?: AlertLevel;
  /** Id of the system. */
  readonly system: string;
  /** Its title, or its id where the catalog does not know it. */
  readonly systemTitle: string;
  readonly component: string;
  readonly summary: string;
  /** Since when the first of them; milliseconds since 1970. */
  readonly since?: number;
  /** The states of the instances, each once; anything that is told comes first. */
  readonly states: readonly string[];
  /** Whether nobody is told of any of them. */
  readonly isMuted: boolean;
  readonly instances: readonly AlertInstance[];
  /** Nothing when the catalog has no such alert. */
  readonly known?: KnownAlert;
}

const MUTED = ['silenced', 'inhibited'];

/** Rows for people on call: what is told before what is muted, the worst first, then the latest. */
export function alertGroups(instances: readonly AlertInstance[], catalog: Catalog): AlertGroup[] {
  const byId = new Map<string, AlertInstance[]>();
  for (const instance of instances) {
    const id = idOf(instance);
    byId.set(id, [...(byId.get(id) ?? []), instance]);
  }
  return [...byId].map(([id, members]) => groupOf(id, members, catalog)).sort(inOrder);
}

const idOf = ({ state, name, severity, system }: AlertInstance): string =>
  [state === 'pending' ? state : 'firing', name, severity, system].join(' ');

function groupOf(id: string, instances: readonly AlertInstance[], catalog: Catalog): AlertGroup {
  const [first] = instances as [AlertInstance, ...AlertInstance[]];
  const { name, severity, system, component } = first;
  const known = knownAlert(catalog, name);
  const level = ALERT_LEVELS.find((one) => catalog.settings.severities[one] === severity);
  const since = instances.flatMap((one) => one.since ?? []);
  const states = [...new Set(instances.map(({ state }) => state))].sort((a, b) => mutedRank(a) - mutedRank(b));
  return {
    id,
    name,
    severity,
    ...(level && { level }),
    system,
    systemTitle: catalog.systems.find((one) => one.id === system)?.title ?? system,
    component,
    summary: first.summary || (known?.alert.summary ?? ''),
    ...(since.length > 0 && { since: Math.min(...since) }),
    states,
    isMuted: states.every((state) => MUTED.includes(state)),
    instances,
    ...(known && { known }),
  };
}

const mutedRank = (state: string): number => MUTED.indexOf(state);

const inOrder = (a: AlertGroup, b: AlertGroup): number =>
  Number(a.isMuted) - Number(b.isMuted) ||
  severityRank(b) - severityRank(a) ||
  (b.since ?? 0) - (a.since ?? 0) ||
  a.name.localeCompare(b.name);

const severityRank = ({ level }: AlertGroup): number => (level ? ALERT_LEVELS.indexOf(level) : -1);
