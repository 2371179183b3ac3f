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
    source_failing: {
      title: 'Last refresh (1: succeeded, 0: failed)',
      unit: 'count',
      levels: { critical: '< 1' },
      for: { critical: '2m' },
      sources: {
        critical: own('a source that cannot be read leaves its alerts judging what was true a while ago'),
        for: own('a restart of the database is over by then'),
      },
    },
    source_stale: {
      title: 'Age of the values',
      unit: 'seconds',
      levels: { warning: '> 900', critical: '> 1800' },
      sources: {
        warning: own('the slowest source is read every 10 minutes: half a round late is more than a slow query'),
        critical: own('two rounds of the slowest source were missed, so that even a trend of a week is out of date'),
      },
    },
    scrape_failing: {
      title: 'Last scrape of the worst target (1: answered, 0: failed)',
      unit: 'count',
      levels: { warning: '< 1' },
      for: { warning: '2m' },
      sources: {
        warning: own('one target that does not answer hides what only it knows; of a pair the other still does'),
        for: own('a restart is over by then, and an exporter that is needed at once has an alert of its own'),
      },
    },
    rules_failing: {
      title: 'Failed rule evaluations',
      unit: 'count',
      levels: { critical: '> 0' },
      window: '5m',
      for: { critical: '1m' },
      sources: {
        critical: own('a rule that fails can fire no alert, and it fails the same way every time'),
        window: own('long enough for 5 rounds of the slowest group'),
        for: own('a rule that fails goes on failing; this lets the first rounds after a reload pass'),
      },
    },
    rules_slow: {
      title: 'Rounds of rules that were left out',
      unit: 'count',
      levels: { warning: '>= 3' },
      window: '5m',
      for: { warning: '1m' },
      sources: {
        warning: own('one round left out makes an alert late by one interval; three in five minutes are no hiccup'),
        window: own('long enough to tell a hiccup from a habit'),
        for: own('the pause of a backup or a compaction is over by then'),
      },
    },
    alertmanager_unreached: {
      title: 'Alerts that could not be sent',
      unit: 'count',
      levels: { warning: '> 0' },
      window: '5m',
      for: { warning: '1m' },
      sources: {
        warning: own('of a pair the other one still delivers; whatever neither took is an alert of its own'),
        window: own('Prometheus sends what fires about every minute, so that a few tries are in it'),
        for: own('a restart of Alertmanager is over by then'),
      },
    },
    alerts_dropped: {
      title: 'Alerts that no Alertmanager took',
      unit: 'count',
      levels: { critical: '> 0' },
      window: '5m',
      for: { critical: '1m' },
      sources: {
        critical: own('an alert that nobody took reaches nobody'),
        window: own('Prometheus sends what fires about every minute, so that a few tries are in it'),
        for: own('a restart of Alertmanager is over by then, and the alert itself waits for the next one'),
      },
    },
    notifications_failing: {
      title: 'Notifications that were given up',
      unit: 'count',
      levels: { critical: '> 0' },
      window: '5m',
      sources: {
        critical: own('it counts after all retries, so that whoever was to be told was not'),
        window: own('long enough to be seen by the next rounds, and over soon after the receiver is mended'),
      },
    },
    watchdog: {
      title: 'Heartbeat of the alerting chain',
      unit: 'count',
      levels: { info: '>= 1' },
      sources: { info: own('always true: silence means that alerts no longer arrive') },
    },
  });
