import { fireEvent, render, screen, within } from '@testing-library/react';
import React from 'react';

import { buildCatalog } from '../../catalog/catalog';
import { DEFAULT_SETTINGS } from '../../catalog/settings/defaults';
import { SYSTEMS } from '../../catalog/systems';
import { answersGiven, seriesFrame } from '../../test/framesOf';
import { InGrafana } from '../../test/InGrafana';
import pluginJson from '../../plugin.json';
import { thresholdsView } from './ThresholdsView';

const CATALOG = buildCatalog(SYSTEMS, DEFAULT_SETTINGS);
const View = thresholdsView(CATALOG);
const RATE = 'validation:chains_fixed:ratio_24h';
const ATTEMPTS = 'validation:chain_attempts:max_24h';
const HEAP = 'validation:heap_used_bytes:max_5m';

const show = (given?: Parameters<typeof answersGiven>[0], query = '') =>
  render(
    <InGrafana url={`/a/${pluginJson.id}/thresholds${query}`}>
      <View answers={given && answersGiven(given)} />
    </InGrafana>
  );

function row(id: string) {
  const found = screen.getByText(id).closest('tr');
  if (!found) {
    throw new Error(`${id} is not shown in a row`);
  }
  return within(found);
}

describe('the values of thresholds', () => {
  it('are told with their margin, in words', () => {
    show({
      frames: [
        seriesFrame(RATE, {}, 0.92),
        seriesFrame(ATTEMPTS, {}, 6),
        seriesFrame(HEAP, { instance: 'a:1' }, 1024 ** 2),
        seriesFrame(HEAP, { instance: 'b:1' }, 250 * 1024 ** 2),
      ],
    });
    expect(row('validation.success_rate').getByText('92 %')).toBeInTheDocument();
    expect(row('validation.success_rate').getByText('12 points above warning')).toBeInTheDocument();
    expect(row('validation.success_rate').getByText('15 % of the bound')).toBeInTheDocument();
    expect(row('validation.attempt_limit').getByText('breached critical by 3')).toBeInTheDocument();
    expect(row('validation.heap_high').getByText('250 MiB')).toBeInTheDocument();
    expect(row('validation.heap_high').getByText('the worst: instance b:1')).toBeInTheDocument();
  });

  it('say why they are missing', () => {
    show({ errors: { [ATTEMPTS]: 'Prometheus is gone.' } });
    expect(row('validation.attempt_limit').getByText('could not be asked: Prometheus is gone.')).toBeInTheDocument();
    expect(row('validation.success_rate').getByText(/fewer than 5 samples$/)).toBeInTheDocument();
    expect(row('validation.slow_validation').getByText(/^not measured by itself/)).toBeInTheDocument();
  });

  it('are not needed to show the rest', () => {
    show();
    expect(row('validation.success_rate').getByText(/^not configured/)).toBeInTheDocument();
    expect(row('validation.success_rate').getByText('critical: below 60 %')).toBeInTheDocument();
  });

  it('can be narrowed to what is breached, in the address too', () => {
    show({ frames: [seriesFrame(RATE, {}, 0.92), seriesFrame(ATTEMPTS, {}, 6)] });
    fireEvent.click(screen.getByRole('checkbox', { name: 'Breached only' }));
    expect(screen.getByText('validation.attempt_limit')).toBeInTheDocument();
    expect(screen.queryByText('validation.success_rate')).not.toBeInTheDocument();
    expect(screen.getByLabelText('address')).toHaveTextContent('?breached=true');
  });

  it('say positively that none is breached', () => {
    show({ frames: [seriesFrame(RATE, {}, 0.92)] }, '?breached=true');
    expect(screen.getByText('No threshold is breached, as far as is known')).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: 'Show all thresholds' }));
    expect(screen.getByText('validation.success_rate')).toBeInTheDocument();
  });

  it('sort by margin', () => {
    show({ frames: [seriesFrame(RATE, {}, 0.92), seriesFrame(ATTEMPTS, {}, 6)] });
    fireEvent.click(screen.getByRole('button', { name: /sort column margin/i }));
    const ids = screen.getAllByText(/^(validation|platform)\.[a-z_]+$/).map(({ textContent }) => textContent);
    expect(ids.slice(0, 2)).toEqual(['validation.attempt_limit', 'validation.success_rate']);
  });
});
