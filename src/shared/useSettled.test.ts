import { LoadingState, type PanelData } from '@grafana/data';
import { renderHook } from '@testing-library/react';

import { seriesFrame } from '../test/framesOf';
import { useSettled } from './useSettled';

const data = (state: LoadingState, ...refIds: string[]): PanelData =>
  ({ state, series: refIds.map((refId) => seriesFrame(refId, {}, 1)) }) as unknown as PanelData;

const shown = (...steps: Array<PanelData | undefined>) => {
  const { result, rerender } = renderHook(({ step }) => useSettled(step), { initialProps: { step: steps[0] } });
  return steps.map((step) => {
    rerender({ step });
    return result.current?.series.map(({ refId }) => refId);
  });
};

describe('useSettled', () => {
  it('shows the first answers as they come', () => {
    expect(
      shown(undefined, data(LoadingState.Loading), data(LoadingState.Loading, 'A'), data(LoadingState.Done, 'A', 'B'))
    ).toEqual([undefined, [], ['A'], ['A', 'B']]);
  });

  it('keeps what was complete until the next answers are', () => {
    expect(
      shown(data(LoadingState.Done, 'A', 'B'), data(LoadingState.Loading, 'A'), data(LoadingState.Error, 'B'))
    ).toEqual([['A', 'B'], ['A', 'B'], ['B']]);
  });
});
