import { elapsed } from './elapsed';
import { type Notification } from './notification';

/** Three rounds of the watchdog, which comes once a minute: a restart of Prometheus is no alarm. */
const PATIENCE_MS = 3 * 60_000;

/** What is known of the watchdog, the alert that always fires. */
export interface Watchdog {
  readonly startedAt: Date;
  readonly lastHeardAt?: Date;
}

/** `silent` means that alerts would not arrive either; a console that just started waits first. */
export function watchdogState({ startedAt, lastHeardAt }: Watchdog, now: Date): 'waiting' | 'heard' | 'silent' {
  if (now.getTime() - (lastHeardAt ?? startedAt).getTime() > PATIENCE_MS) {
    return 'silent';
  }
  return lastHeardAt ? 'heard' : 'waiting';
}

interface SilenceWatch {
  readonly watchdog: { readonly current: Watchdog };
  readonly now: () => Date;
  readonly tell: (notification: Notification) => void;
  /** Base of the console's own addresses, for the runbook. */
  readonly console: string;
  readonly severity: string;
}

/** To be called every few seconds: tells once that the watchdog went silent, and once that it is back. */
export function silenceWatch({ watchdog, now, tell, console, severity }: SilenceWatch): () => void {
  let silentSince: Date | undefined;
  return () => {
    const at = now();
    const silent = watchdogState(watchdog.current, at) === 'silent';
    if (silent && !silentSince) {
      silentSince = watchdog.current.lastHeardAt ?? watchdog.current.startedAt;
      tell(silence('firing', { since: silentSince, at, console, severity }));
    } else if (!silent && silentSince) {
      tell(silence('resolved', { since: silentSince, at, console, severity }));
      silentSince = undefined;
    }
  };
}

interface Silence extends Pick<SilenceWatch, 'console' | 'severity'> {
  readonly since: Date;
  readonly at: Date;
}

/** The console's own notification: it is the only one that can still speak. */
function silence(status: Notification['status'], { since, at, console, severity }: Silence): Notification {
  const component = 'watchdog';
  const alertname = 'GenwatchWatchdog';
  return {
    receivedAt: at.toISOString(),
    status,
    alertname,
    severity,
    component,
    labels: { alertname, severity, system: 'platform', component, rule: 'platform.watchdog' },
    annotations: {
      summary: 'The watchdog is silent: alerts would not arrive either',
      description: `The watchdog fires all the time, and none was heard for ${elapsed(since, at)}.`,
      actions: [
        'Check that Prometheus runs and evaluates its rules (its page /rules)',
        'Check that Prometheus reaches Alertmanager (its page /status)',
        'Check that Alertmanager runs and reaches this console (its log names failed notifications)',
      ].join('\n'),
      runbook_url: `${console}/runbooks/${alertname}.md`,
    },
    startsAt: since.toISOString(),
    endsAt: status === 'resolved' ? at.toISOString() : null,
    fingerprint: 'console:silence',
  };
}
