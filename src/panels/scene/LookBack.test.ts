import { EmbeddedScene, SceneTimeRange, VizPanel } from '@grafana/scenes';

import { LookBack } from './LookBack';

const HOUR_MS = 3_600_000;

describe('a panel that looks back on its own', () => {
  it('has its own range, whose end moves on when the page is refreshed', () => {
    jest.useFakeTimers({ now: Date.parse('2026-03-01T12:00:00Z') });
    const range = new LookBack('6h');
    const page = new SceneTimeRange({ from: 'now-30d', to: 'now' });
    const scene = new EmbeddedScene({
      $timeRange: page,
      body: new VizPanel({ pluginId: 'stat', title: '', $timeRange: range }),
    });
    const leave = scene.activate();
    const leaveRange = range.activate();
    const span = () => [range.state.value.from.valueOf(), range.state.value.to.valueOf()];
    const [from, to] = span();
    expect((to ?? 0) - (from ?? 0)).toBe(6 * HOUR_MS);

    jest.advanceTimersByTime(HOUR_MS);
    page.onRefresh();
    expect(span()).toEqual([(from ?? 0) + HOUR_MS, (to ?? 0) + HOUR_MS]);
    leaveRange();
    leave();
    jest.useRealTimers();
  });

  it('refuses what is no time', () => {
    expect(() => new LookBack('soon')).toThrow('A panel looks back "soon", which is no time');
  });
});
