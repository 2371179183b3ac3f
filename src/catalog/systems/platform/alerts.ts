import { type Alert } from '../../kinds/alert';
import { type Select } from '../../kinds/selector';
import { type Settings } from '../../settings/settings';
import { heartbeat } from '../../shapes/heartbeat';
import { level } from '../../shapes/level';
import { presence } from '../../shapes/presence';
import { deliveryAlerts } from './deliveryAlerts';
import { platformMetrics as metrics } from './metrics';
import { scrapedTargets } from './scrapedTargets';
import { type platformThresholds } from './thresholds';

/** Does Genwatch still see, judge and deliver? */
export function platformAlerts(settings: Settings, select: Select, thresholds: ReturnType<typeof platformThresholds>) {
  // Prometheus writes `up` with all labels of the target, so the exporter's identity is what finds it.
  const exporters = { ...select(metrics.up), identity: settings.selectors.exporter };
  return {
    exporterUnreachable: {
      name: 'GenwatchExporterUnreachable',
      component: 'exporter',
      threshold: thresholds.exporter_unreachable,
      shape: level('platform:exporter_up:max', exporters),
      summary: 'Prometheus cannot scrape the exporter',
      steps: [
        'Check that the exporter process runs, and read its last log lines',
        'Ask /health of the exporter from the Prometheus host',
        'Until it is back, judge the systems by their own dashboards: their database alerts are blind',
      ],
    },
    exporterAbsent: {
      name: 'GenwatchExporterAbsent',
      component: 'exporter',
      threshold: thresholds.exporter_absent,
      shape: presence('platform:exporter_targets:count', exporters),
      summary: 'Prometheus has no exporter to scrape',
      steps: [
        'Compare the scrape configuration of Prometheus with the job name in genwatch.config.yaml',
        'Check the service discovery that should list the exporter',
        'Restore the scrape job and reload Prometheus',
      ],
    },
    // Of two exporters the worse one counts: what it serves can win over the fresh values of the other.
    sourceFailing: {
      name: 'GenwatchSourceFailing',
      component: 'source',
      threshold: thresholds.source_failing,
      shape: level('platform:source_up:min', select(metrics.sourceUp), { of: 'min', by: ['source'] }),
      summary: 'The exporter cannot read a source',
      steps: [
        'Ask /health of the exporter: it names the reason and the remedy of each source',
        'Check whether one source fails or all of them: all means the database or the way to it',
        'Mend it as the remedy says: the exporter reads on by itself',
      ],
    },
    sourceStale: {
      name: 'GenwatchSourceStale',
      component: 'source',
      threshold: thresholds.source_stale,
      shape: level('platform:source_age_seconds:max', select(metrics.sourceAge), { by: ['source'] }),
      summary: 'The values of a source are old',
      steps: [
        'Check whether the source fails or is only slow',
        'Look at the load and the locks of the database',
        'Judge nothing by the alerts of this source until its age falls',
      ],
    },
    scrapeFailing: {
      name: 'GenwatchScrapeFailing',
      component: 'scrape',
      threshold: thresholds.scrape_failing,
      shape: level('platform:target_up:min', scrapedTargets(settings, select), { of: 'min', by: ['job'] }),
      summary: 'Prometheus cannot scrape a target',
      steps: [
        'Read the last error of the target on the page /targets of Prometheus',
        'Check that the process behind it runs, and that Prometheus reaches its address',
        'Take a target that is gone for good out of the scrape configuration',
      ],
    },
    ...deliveryAlerts(select, thresholds),
    watchdog: {
      name: 'GenwatchWatchdog',
      component: 'watchdog',
      threshold: thresholds.watchdog,
      shape: heartbeat('platform:heartbeat:always'),
      summary: 'Alerting works',
      steps: ['Nothing to do: this alert fires all the time, and its receiver complains when it stops'],
    },
  } satisfies Record<string, Alert>;
}
