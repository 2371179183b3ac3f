import { type Catalog } from '../../catalog/catalog';
import { type Alert } from '../../catalog/kinds/alert';

/** The runbooks of one system. */
export interface RunbookGroup {
  readonly system: string;
  readonly alerts: readonly Alert[];
}

/** Runbooks that hold every word somewhere in name, summary, first steps or what is judged; systems without one are left out. */
export function runbookGroups({ systems }: Catalog, search: string): RunbookGroup[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return systems
    .map(({ title, alerts }) => ({
      system: title,
      alerts: alerts.filter((alert) => {
        const text = textOf(alert).toLowerCase();
        return words.every((word) => text.includes(word));
      }),
    }))
    .filter(({ alerts }) => alerts.length > 0);
}

const textOf = ({ name, summary, steps, component, threshold }: Alert): string =>
  [name, summary, component, threshold.id, threshold.title, ...steps].join('\n');
