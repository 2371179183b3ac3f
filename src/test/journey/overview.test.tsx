/**
 * @jest-environment jest-fixed-jsdom
 */
import { fireEvent, screen, within } from '@testing-library/react';

import { appUrl } from '../../app/appUrl';
import { grafanaApi, type World } from './grafanaApi';
import { openApp } from './openApp';

const api = grafanaApi();
beforeAll(() => api.start());
afterEach(() => api.reset());
afterAll(() => api.stop());

const WATCHDOG = alert('GenwatchWatchdog', 'info', 'platform');
const WELL: Partial<World> = {
  series: {
    'platform:exporter_up:max': [{ value: 1 }],
    'validation:light:level': [{ value: 0 }],
    'validation:light_input:level': [{ labels: { input: 'success_rate' }, value: 0 }],
  },
  documents: {
    'alertmanager/alerts': [WATCHDOG],
    'exporter/health': { status: 'ok', sources: [{ source: 'a', up: true, ageSeconds: 5, everySeconds: 60 }] },
  },
};

function alert(alertname: string, severity: string, system: string) {
  return {
    labels: { alertname, severity, system, component: 'repair' },
    annotations: { summary: `${alertname} happens` },
    startsAt: '2026-03-01T11:00:00Z',
    status: { state: 'active', silencedBy: [], inhibitedBy: [] },
  };
}

const card = async (title: string) => {
  const heading = await screen.findByRole('link', { name: title });
  const found = heading.closest('article, section, li');
  if (!(found instanceof HTMLElement)) {
    throw new Error(`${title} does not stand in a card`);
  }
  return within(found);
};
const refresh = () => fireEvent.click(screen.getByRole('button', { name: /^refresh$/i }));

describe('who opens the overview', () => {
  it('sees that all is well, and nothing alarming', async () => {
    Object.assign(api.world, WELL);
    openApp(appUrl('overview'));
    const validation = await card('Code validation');
    expect(await validation.findByText('green')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('sees what fires, in the card of its system alone', async () => {
    Object.assign(api.world, WELL, {
      series: { ...WELL.series, 'validation:light:level': [{ value: 2 }] },
      documents: {
        ...WELL.documents,
        'alertmanager/alerts': [WATCHDOG, alert('ValidationAttemptLimit', 'critical', 'validation')],
      },
    });
    openApp(appUrl('overview'));
    const validation = await card('Code validation');
    expect(await validation.findByText('red')).toBeInTheDocument();
    expect(validation.getByRole('link', { name: /Runbook.*ValidationAttemptLimit/ })).toHaveAttribute(
      'href',
      expect.stringContaining('/ValidationAttemptLimit')
    );
    expect((await card('Platform')).queryByText(/ValidationAttemptLimit/)).not.toBeInTheDocument();
  });

  it('is told when Prometheus does not answer, and sees the state again once it does', async () => {
    Object.assign(api.world, WELL, { failures: { prom: { status: 502, message: 'Prometheus is away' } } });
    openApp(appUrl('overview'));
    expect(await screen.findByText('Prometheus is away')).toBeInTheDocument();
    expect((await card('Code validation')).queryByText('green')).not.toBeInTheDocument();

    api.world.failures = {};
    refresh();
    expect(await (await card('Code validation')).findByText('green')).toBeInTheDocument();
    expect(screen.queryByText('Prometheus is away')).not.toBeInTheDocument();
  });

  it('is told when the permission to ask is missing', async () => {
    Object.assign(api.world, WELL, {
      failures: { prom: { status: 403, message: 'You may not query this data source' } },
    });
    openApp(appUrl('overview'));
    expect(await screen.findByText('You may not query this data source')).toBeInTheDocument();
  });

  it('is told that the monitoring itself is silent when its heartbeat is missing', async () => {
    Object.assign(api.world, WELL, { documents: { ...WELL.documents, 'alertmanager/alerts': [] } });
    openApp(appUrl('overview'));
    expect(await screen.findByRole('alert')).toHaveTextContent(/GenwatchWatchdog|heartbeat/i);
  });

  it('is told what to do when nothing is configured', async () => {
    openApp(appUrl('overview'), []);
    expect(await screen.findByText('There is no Genwatch data source yet')).toBeInTheDocument();
  });
});
