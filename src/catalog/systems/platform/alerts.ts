import { type Alert } from '../../kinds/alert';
import { type Select } from '../../kinds/selector';
import { type Settings } from '../../settings/settings';
import { heartbeat } from '../../shapes/heartbeat';
import { level } from '../../shapes/level';
import { presence } from '../../shapes/presence';
import { platformMetrics as metrics } from './metrics';
import { type platformThresholds } from './thresholds';

export function platformAlerts(
  settings: Settings,
  select: Select,
  thresholds: ReturnType<typeof platformThresholds>
): Alert[] {
  // Prometheus writes `up` with all labels of the target, so the exporter's identity is what finds it.
  const exporters = {
    ...select(metrics.up),
    identity: { ...settings.selectors.prometheus, ...settings.selectors.exporter },
  };
  return [
    {
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
    {
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
    {
      name: 'GenwatchWatchdog',
      component: 'watchdog',
      threshold: thresholds.watchdog,
      shape: heartbeat('platform:heartbeat:always'),
      summary: 'Alerting works',
      steps: ['Nothing to do: this alert fires all the time, and its receiver complains when it stops'],
    },
  ];
}
