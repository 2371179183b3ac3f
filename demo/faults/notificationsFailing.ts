import { seconds } from '../../src/catalog/exact/duration';
import { type Fault } from './fault';

/** The watchdog is told once a minute. */
const NEXT_NOTIFICATION = 60;

/** The receiver of all notifications is gone. */
export const notificationsFailing: Fault = {
  id: 'notifications-failing',
  title: 'the alert console is gone, and with it everybody who is told',
  raises: [
    {
      alert: 'GenwatchNotificationsFailing',
      level: 'critical',
      ramp: ({ settings: { delivery } }) => ({
        what: 'Alertmanager gives a notification up',
        seconds: NEXT_NOTIFICATION + seconds(delivery.groupInterval),
      }),
    },
  ],
  arrives: 'afterwards',
  async raise({ services }) {
    await services.stop('console');
    return 'Stopped the alert console.';
  },
  async clear({ services }) {
    return (await services.start('console'))
      ? 'The alert console runs, and has forgotten what it was told before.'
      : undefined;
  },
};
