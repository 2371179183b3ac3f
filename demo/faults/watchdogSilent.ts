import { type Fault } from './fault';

/** Prometheus is gone: nothing fires any more, not even the watchdog. Nobody can tell but whoever listens for it. */
export const watchdogSilent: Fault = {
  id: 'watchdog-silent',
  title: 'Prometheus is gone, and the watchdog with it: the alert console says so itself within 4 minutes',
  raises: [],
  async raise({ services }) {
    await services.stop('prometheus');
    return 'Stopped Prometheus. The alert console waits 3 minutes for the watchdog before it raises a box of its own.';
  },
  async clear({ services }) {
    return (await services.start('prometheus'))
      ? 'Prometheus runs, and the watchdog is heard within a minute.'
      : undefined;
  },
};
