import { type Catalog } from '../../catalog/catalog';
import { isBreached } from '../../catalog/exact/bound';
import { alertBound, type Alert } from '../../catalog/kinds/alert';
import { type System } from '../../catalog/kinds/system';
import { alertLevels } from '../../catalog/kinds/threshold';
import { type Answers } from '../../shared/answers';
import { lastValues } from '../../shared/seriesOf';

/** Why the values of a system cannot be judged. */
export type Staleness =
  | { readonly because: 'exporter-absent' | 'exporter-down' }
  /** Ids of the queries whose values are old, and the age of the oldest in seconds. */
  | { readonly because: 'stale'; readonly sources: readonly string[]; readonly ageSeconds: number };

/** The platform's own alerts that judge whether values come in. */
const EXPORTER_DOWN = 'GenwatchExporterUnreachable';
const SOURCE_STALE = 'GenwatchSourceStale';

const alertNamed = ({ systems }: Catalog, name: string): Alert | undefined =>
  systems.flatMap(({ alerts }) => alerts).find((alert) => alert.name === name);

/** The queries through which the exporter reads a system. */
export const sourcesOf = ({ queries }: System): string[] => queries.filter(({ tier }) => tier).map(({ id }) => id);

/** The records that tell whether values come in. */
export const freshnessRecords = (catalog: Catalog): string[] =>
  [EXPORTER_DOWN, SOURCE_STALE].flatMap((name) => alertNamed(catalog, name)?.shape.record ?? []);

/**
 * Whether what Prometheus has of a system is of now: rules hold the exporter's last values for a while, so that a light
 * shines on after it. Nothing when all is fresh, or the exporter does not read this system.
 */
export function staleness(catalog: Catalog, system: System, answers: Answers): Staleness | undefined {
  const sources = sourcesOf(system);
  if (sources.length === 0) {
    return undefined;
  }
  const judged = (name: string) => {
    const alert = alertNamed(catalog, name);
    return alert
      ? lastValues(answers.frames(alert.shape.record)).map((one) => ({ ...one, isBad: breachesAny(alert, one.value) }))
      : [];
  };
  const [exporter] = judged(EXPORTER_DOWN);
  if (!exporter) {
    return { because: 'exporter-absent' };
  }
  if (exporter.isBad) {
    return { because: 'exporter-down' };
  }
  const stale = judged(SOURCE_STALE).filter(({ labels, isBad }) => isBad && sources.includes(labels['source'] ?? ''));
  return stale.length > 0
    ? {
        because: 'stale',
        sources: stale.map(({ labels: { source = '' } }) => source).sort(),
        ageSeconds: Math.max(...stale.map(({ value }) => value)),
      }
    : undefined;
}

const breachesAny = (alert: Alert, value: number): boolean =>
  alertLevels(alert.threshold).some((level) => isBreached(alertBound(alert, level), value));
