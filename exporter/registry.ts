import { Gauge, Registry } from 'prom-client';

import { type Metric } from '../src/catalog/kinds/metric';
import { platformMetrics } from '../src/catalog/systems/platform/metrics';
import { SOURCE_ERRORS } from '../src/catalog/systems/platform/sourceErrors';
import { type Clock } from './clock';
import { type Source } from './source';
import { type Sample } from './values';

interface RegistryOptions {
  readonly sources: readonly Source[];
  readonly clock: Clock;
  readonly version: string;
}

/**
 * The metrics of all sources and of the exporter itself. They are made from memory at each scrape: ages are of that moment,
 * and whatever was never read has no series.
 */
export function createRegistry({ sources, clock, version }: RegistryOptions): Registry {
  const registry = new Registry();
  for (const metric of fedMetrics(sources)) {
    addGauge(registry, metric, () =>
      sources
        .flatMap((source) => source.reading()?.samples ?? [])
        .filter((sample) => sample.metric.name === metric.name)
    );
  }
  const perSource = (metric: Metric, valueOf: (source: Source) => number | undefined) =>
    addGauge(registry, metric, () =>
      sources.flatMap((source) => {
        const value = valueOf(source);
        return value === undefined ? [] : [{ labels: { source: source.query.id }, value }];
      })
    );
  perSource(platformMetrics.sourceUp, upOf);
  addGauge(registry, platformMetrics.sourceError, () =>
    // Every reason has a series, so that one that ended falls to 0 instead of lingering.
    sources
      .filter((source) => upOf(source) !== undefined)
      .flatMap((source) =>
        SOURCE_ERRORS.map((reason) => ({
          labels: { source: source.query.id, reason },
          value: source.outage()?.reason === reason ? 1 : 0,
        }))
      )
  );
  perSource(platformMetrics.sourceAge, (source) => ageSeconds(source, clock));
  perSource(platformMetrics.sourceDuration, (source) => {
    const reading = source.reading();
    return reading && reading.durationMs / 1000;
  });
  addGauge(registry, BUILD_INFO, () => [{ labels: { version, node: process.version }, value: 1 }]);
  return registry;
}

/** Seconds since the values of a source were read; nothing before the first time. */
export function ageSeconds(source: Source, clock: Clock): number | undefined {
  const reading = source.reading();
  return reading && (clock() - reading.at) / 1000;
}

const BUILD_INFO = {
  name: 'genwatch_exporter_build_info',
  help: 'Always 1; its labels tell which exporter this is',
  labels: { version: [], node: [] },
};

function upOf(source: Source): number | undefined {
  if (source.outage()) {
    return 0;
  }
  return source.reading() && 1;
}

function fedMetrics(sources: readonly Source[]): Metric[] {
  const metrics = sources.flatMap(({ query }) => Object.values(query.tier.feeds)).map(({ metric }) => metric);
  return [...new Map(metrics.map((metric) => [metric.name, metric])).values()];
}

function addGauge(
  registry: Registry,
  { name, help, labels }: Pick<Metric, 'name' | 'help'> & { readonly labels: object },
  samples: () => ReadonlyArray<Pick<Sample, 'labels' | 'value'>>
): void {
  new Gauge({
    name,
    help,
    labelNames: Object.keys(labels),
    registers: [registry],
    collect() {
      this.reset();
      // The library starts a gauge without labels at zero, which nobody has read.
      this.remove({});
      samples().forEach((sample) => this.set(sample.labels, sample.value));
    },
  });
}
