import { type Catalog } from '../../catalog/catalog';
import { ALERT_LEVELS } from '../../catalog/kinds/threshold';
import { type AlertGroup } from './alertGroups';

/** What of the alerts is shown; nothing means all of them. */
export interface AlertFilter {
  readonly severity: string | undefined;
  readonly system: string | undefined;
}

export const filteredAlerts = (groups: readonly AlertGroup[], { severity, system }: AlertFilter): AlertGroup[] =>
  groups.filter((group) => (!severity || group.severity === severity) && (!system || group.system === system));

/** Severities to choose from, the worst first: those of the installation, and whatever else fires. */
export const severityChoices = ({ settings }: Catalog, groups: readonly AlertGroup[]): string[] => [
  ...new Set([
    ...[...ALERT_LEVELS].reverse().map((level) => settings.severities[level]),
    ...groups.map(({ severity }) => severity),
  ]),
];

/** Systems to choose from: those of the catalog, and whatever else fires. */
export const systemChoices = (
  { systems }: Catalog,
  groups: readonly AlertGroup[]
): Array<{ readonly id: string; readonly title: string }> => [
  ...systems.map(({ id, title }) => ({ id, title })),
  ...[...new Set(groups.map(({ system }) => system))]
    .filter((id) => !systems.some((system) => system.id === id))
    .map((id) => ({ id, title: id })),
];
