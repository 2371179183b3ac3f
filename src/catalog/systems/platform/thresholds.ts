import { own } from '../../kinds/source';
import { thresholds } from '../../kinds/threshold';
import { type Settings } from '../../settings/settings';

export const platformThresholds = (settings: Settings) =>
  thresholds('platform', settings, {
    exporter_unreachable: {
      title: 'Exporters that answer',
      unit: 'count',
      levels: { critical: '< 1' },
      for: { critical: '15s' },
      sources: {
        critical: own('a single missing exporter blinds every alert on the database; of a pair, one is enough'),
        for: own('with scrape 10 s, timeout 4 s and evaluation 5 s it keeps the 34 s to firing of decision 29b'),
      },
    },
    exporter_absent: {
      title: 'Exporters that Prometheus knows',
      unit: 'count',
      levels: { critical: '< 1' },
      for: { critical: '1m' },
      sources: {
        critical: own('a job that vanished from the configuration leaves nothing that could be down'),
        for: own('the first scrape after a start of Prometheus has to come in'),
      },
    },
    watchdog: {
      title: 'Heartbeat of the alerting chain',
      unit: 'count',
      levels: { info: '>= 1' },
      sources: { info: own('always true: silence means that alerts no longer arrive') },
    },
  });
