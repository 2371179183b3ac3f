import { render, screen, within } from '@testing-library/react';
import React from 'react';

import { appUrl } from '../../app/appUrl';
import { buildCatalog } from '../../catalog/catalog';
import { DEFAULT_SETTINGS } from '../../catalog/settings/defaults';
import { SYSTEMS } from '../../catalog/systems';
import { answersGiven, minute, seriesFrame, tableFrame } from '../../test/framesOf';
import { InGrafana } from '../../test/InGrafana';
import { FIRING, HISTORY } from './overviewQueries';
import { overviewView } from './OverviewView';

const View = overviewView({ catalog: buildCatalog(SYSTEMS, DEFAULT_SETTINGS) });
const LIGHT = 'validation:light:level';
const EXPORTER = seriesFrame('platform:exporter_up:max', {}, 1);
const HEARTBEAT = { alertname: 'GenwatchWatchdog', system: 'platform', severity: 'info' };
const WATCHDOG = tableFrame(FIRING, { ...HEARTBEAT, since: 0, state: 'active' });
const WELL = [WATCHDOG, EXPORTER, seriesFrame(HISTORY, HEARTBEAT, 1, 1), seriesFrame(LIGHT, {}, 0)];

const show = (given: Parameters<typeof answersGiven>[0]) =>
  render(
    <InGrafana>
      <View answers={answersGiven(given)} />
    </InGrafana>
  );
const card = (title: string) => within(screen.getByRole('article', { name: title }));

describe('the overview', () => {
  it('says in words that a system is well, and that nothing is wrong', () => {
    show({ frames: WELL });
    expect(screen.getAllByRole('article')).toHaveLength(SYSTEMS.length);
    expect(card('Code validation').getByText('Green')).toBeInTheDocument();
    expect(card('Code validation').getByText('Nothing')).toBeInTheDocument();
    expect(screen.queryByText('The monitoring may be silent')).not.toBeInTheDocument();
  });

  it('says "nothing" only when it is known', () => {
    show({ frames: WELL.filter(({ refId }) => refId !== EXPORTER.refId) });
    const validation = card('Code validation');
    expect(validation.getByText('Unknown')).toBeInTheDocument();
    expect(validation.getByText(/^Prometheus knows no exporter/)).toBeInTheDocument();
    expect(validation.queryByText('Nothing')).not.toBeInTheDocument();
  });

  it('leads from what fires to the alert and its runbook', () => {
    show({
      frames: [
        ...WELL.filter(({ refId }) => refId !== FIRING && refId !== LIGHT),
        tableFrame(
          FIRING,
          { ...HEARTBEAT, since: 0, state: 'active' },
          {
            alertname: 'ValidationAttemptLimit',
            system: 'validation',
            severity: 'critical',
            since: minute(-5),
            state: 'silenced',
          }
        ),
        seriesFrame(LIGHT, {}, 2),
      ],
    });
    const validation = card('Code validation');
    expect(validation.getByText('Red')).toBeInTheDocument();
    expect(validation.getByText('critical')).toBeInTheDocument();
    expect(validation.getByText(/silenced/)).toBeInTheDocument();
    expect(validation.getByRole('link', { name: 'A repair chain went past its attempt limit' })).toHaveAttribute(
      'href',
      appUrl('alerts', 'ValidationAttemptLimit')
    );
    expect(validation.getByRole('link', { name: 'Runbook of ValidationAttemptLimit' })).toHaveAttribute(
      'href',
      appUrl('runbooks', 'ValidationAttemptLimit')
    );
  });

  it('warns above all when the watchdog is silent', () => {
    show({ frames: [tableFrame(FIRING), ...WELL.filter(({ refId }) => refId !== FIRING)] });
    expect(screen.getByText('The monitoring may be silent')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'What to do: the runbook of GenwatchWatchdog' })).toHaveAttribute(
      'href',
      appUrl('runbooks', 'GenwatchWatchdog')
    );
  });

  it('names what Prometheus alone cannot tell', () => {
    show({
      frames: WELL.filter(({ refId }) => refId !== FIRING),
      errors: { [FIRING]: 'Alertmanager cannot be reached' },
    });
    expect(card('Platform').getByText(/^Alertmanager does not answer/)).toBeInTheDocument();
    expect(card('Platform').getByText('Green')).toBeInTheDocument();
  });

  it('tells what Prometheus would have said when it does not answer', () => {
    const errors = Object.fromEntries([HISTORY, LIGHT, EXPORTER.refId ?? ''].map((refId) => [refId, 'It is gone.']));
    show({ frames: [WATCHDOG], errors });
    const validation = card('Code validation');
    expect(validation.getByText('It could not be asked. It is gone.')).toBeInTheDocument();
    expect(validation.getByText('Unknown: Prometheus did not say.')).toBeInTheDocument();
  });
});
