import { notificationOf } from './notification';
import { aNotification, aPayload } from './notification.fixture';

const received = new Date('2025-01-13T15:30:55Z');

describe('notificationOf', () => {
  it('leaves out what programs tell each other', () => {
    const { labels, annotations } = aNotification();
    const [alert] = aPayload(
      aNotification({
        labels: { ...labels, __grafana_origin: 'plugin/genwatch-codegen-app' },
        annotations: { ...annotations, __dashboardUid__: 'genwatch-validation', __panelId__: '2' },
      })
    ).alerts;
    expect(alert && notificationOf(alert, received)).toEqual(aNotification());
  });

  it('has words for labels that an alert of other rules lacks', () => {
    const [alert] = aPayload(aNotification({ labels: {} })).alerts;
    expect(alert && notificationOf(alert, received)).toMatchObject({
      alertname: 'unnamed',
      severity: 'none',
      component: 'unknown',
    });
  });
});
