import { config } from '@grafana/runtime';
import { fireEvent, render, screen, within } from '@testing-library/react';
import React from 'react';

import { appUrl } from '../../app/appUrl';
import { type Source } from '../../app/installation';
import { buildCatalog } from '../../catalog/catalog';
import { DEFAULT_SETTINGS } from '../../catalog/settings/defaults';
import { SYSTEMS } from '../../catalog/systems';
import { alertRows, type AlertRow } from '../../datasource/frames/alertRows';
import { answersGiven, tableFrame } from '../../test/framesOf';
import { InGrafana } from '../../test/InGrafana';
import { alertsView } from './AlertsView';

const SOURCE: Source = { uid: 'genwatch', name: 'Genwatch data', options: { prometheusUid: 'prom' } };
const INSTALLATION = { catalog: buildCatalog(SYSTEMS, DEFAULT_SETTINGS), source: SOURCE };

const fires = (alertname: string, severity: string, changes: Partial<AlertRow> = {}): AlertRow => ({
  labels: { alertname, severity, system: 'validation', component: 'repair' },
  annotations: { value: '7' },
  since: Date.now() - 5 * 60_000,
  state: 'active',
  ...changes,
});
const WATCHDOG: AlertRow = {
  ...fires('GenwatchWatchdog', 'info'),
  labels: { alertname: 'GenwatchWatchdog', severity: 'info', system: 'platform', component: 'watchdog' },
};

interface Given {
  readonly firing?: readonly AlertRow[];
  readonly pending?: readonly AlertRow[];
  readonly errors?: Readonly<Record<string, string>>;
  readonly query?: string;
}

function show({ firing, pending = [], errors = {}, query = '' }: Given) {
  const answers = answersGiven({
    errors,
    frames: [
      ...(firing ? [alertRows(firing, 'firing', ['source'])] : []),
      alertRows(pending, 'pending', ['source']),
      tableFrame('silences', { id: 's1', createdBy: 'Ada', comment: '<b>known</b>', endsAt: Date.parse('2026-03-01') }),
    ],
  });
  function Shown() {
    const [View] = React.useState(() => alertsView(INSTALLATION, SOURCE));
    return <View answers={answers} />;
  }
  return render(
    <InGrafana url={appUrl('alerts') + query}>
      <Shown />
    </InGrafana>
  );
}

const open = (name: string) => {
  const row = screen.getByText(name).closest('tr')!;
  fireEvent.click(within(row).getByRole('button'));
};

const shownNames = () =>
  ['ValidationAttemptLimit', 'ValidationHeapHigh'].filter((name) => screen.queryByText(name) !== null);

describe('the list of alerts', () => {
  const before = config.bootData;
  beforeEach(() => {
    config.bootData = { ...before, user: { ...before?.user, permissions: {} } };
  });
  afterEach(() => {
    config.bootData = before;
  });

  it('says that nothing fires, and that this is good news, only while the heartbeat arrives', () => {
    show({ firing: [WATCHDOG] });
    expect(screen.getByText('Nothing fires, and the monitoring is alive')).toBeInTheDocument();
    expect(screen.getByText(/its heartbeat arrives/)).toBeInTheDocument();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('says that the monitoring may be silent when the heartbeat is gone', () => {
    show({ firing: [] });
    expect(screen.getByText('The monitoring itself may be silent')).toBeInTheDocument();
    expect(screen.queryByText(/monitoring is alive/)).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'What to do' })).toHaveAttribute(
      'href',
      appUrl('alerts', 'GenwatchWatchdog')
    );
  });

  it('says neither while Alertmanager did not answer', () => {
    show({ errors: { firing: 'Alertmanager cannot be reached.' } });
    expect(screen.queryByText(/Nothing fires/)).not.toBeInTheDocument();
    expect(screen.queryByText('The monitoring itself may be silent')).not.toBeInTheDocument();
  });

  it('opens a row to what to do, who silenced it, and where to go on', () => {
    show({
      firing: [WATCHDOG, fires('ValidationAttemptLimit', 'critical', { state: 'silenced', silencedBy: ['s1', 's2'] })],
    });
    open('ValidationAttemptLimit');
    expect(screen.getByText('Find the chat and the scene in the list of offenders').closest('ol')).not.toBeNull();
    expect(screen.getByText(/^Silenced by Ada until 2026-03-01 .*: <b>known<\/b>$/)).toBeInTheDocument();
    expect(screen.getByText('Silenced by s2')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Threshold' })).toHaveAttribute(
      'href',
      `${appUrl('thresholds')}?search=validation.attempt_limit`
    );
    // Nobody may silence here.
    expect(screen.queryByText(/add a data source of type Alertmanager/)).not.toBeInTheDocument();
  });

  it('says how to silence when the user may and Grafana knows no Alertmanager', () => {
    config.bootData.user.permissions = { 'alert.instances.external:write': true };
    show({ firing: [WATCHDOG, fires('ValidationAttemptLimit', 'critical')] });
    open('ValidationAttemptLimit');
    expect(screen.getByText(/add a data source of type Alertmanager/)).toBeInTheDocument();
  });

  it('keeps its filter in the address', () => {
    show({
      firing: [fires('ValidationAttemptLimit', 'critical'), fires('ValidationHeapHigh', 'warning')],
      query: '?severity=warning',
    });
    expect(shownNames()).toEqual(['ValidationHeapHigh']);
    expect(screen.getByText('1 of 2')).toBeInTheDocument();
    fireEvent.click(screen.getByRole('radio', { name: 'critical' }));
    expect(shownNames()).toEqual(['ValidationAttemptLimit']);
    expect(screen.getByLabelText('address')).toHaveTextContent(`${appUrl('alerts')}?severity=critical`);
    fireEvent.click(screen.getByRole('radio', { name: 'All' }));
    expect(shownNames()).toEqual(['ValidationAttemptLimit', 'ValidationHeapHigh']);
    expect(screen.getByLabelText('address')).toHaveTextContent(new RegExp(`^${appUrl('alerts')}$`));
  });

  it('shows the text of a strange alert as text', () => {
    const hostile = '<script>alert(1)</script> \u202e"quoted" 😀';
    show({ firing: [WATCHDOG, fires('Strange', 'page', { annotations: { summary: hostile } })] });
    expect(screen.getByText(hostile)).toBeInTheDocument();
  });

  it('lists what is about to fire apart, and when it does', () => {
    const since = Date.parse('2026-03-01T10:00:00Z');
    show({ firing: [WATCHDOG], pending: [fires('ValidationSuccessRateLow', 'warning', { state: 'pending', since })] });
    const section = screen.getByRole('region', { name: 'About to fire' });
    expect(within(section).getByText('ValidationSuccessRateLow')).toBeInTheDocument();
    open('ValidationSuccessRateLow');
    expect(screen.getByText('fires at 2026-03-01 10:05:00 unless it recovers')).toBeInTheDocument();
  });
});
