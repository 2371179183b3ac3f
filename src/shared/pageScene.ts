import {
  EmbeddedScene,
  SceneControlsSpacer,
  SceneRefreshPicker,
  SceneTimePicker,
  SceneTimeRange,
  type EmbeddedSceneState,
} from '@grafana/scenes';

import { type Installation } from '../app/installation';
import { type Duration } from '../catalog/exact/duration';
import { NotConfigured } from './NotConfigured';
import { ReactView } from './ReactView';

/** How far back a page looks at first. */
const LOOK_BACK = '24h';

interface PageOptions {
  /** Whether people choose the range; a page that is about now, or a fixed time, is only refreshed. */
  readonly hasRange?: boolean;
  /** How far back it looks until its address says otherwise. */
  readonly lookBack?: Duration;
}

/**
 * A page that asks the data source: range and refreshing at its top, in its address too. Without a data source it says
 * what to do instead.
 */
export function pageScene(
  { source }: Installation,
  content: (source: NonNullable<Installation['source']>) => Omit<EmbeddedSceneState, '$timeRange'>,
  { hasRange = true, lookBack = LOOK_BACK }: PageOptions = {}
): EmbeddedScene {
  if (!source) {
    return new EmbeddedScene({ body: new ReactView({ view: NotConfigured }) });
  }
  const { controls = [], ...rest } = content(source);
  return new EmbeddedScene({
    ...rest,
    $timeRange: new SceneTimeRange({ from: `now-${lookBack}`, to: 'now' }),
    controls: [
      ...controls,
      new SceneControlsSpacer(),
      ...(hasRange ? [new SceneTimePicker({ isOnCanvas: true })] : []),
      // Without its text the button has no name for who does not see it.
      new SceneRefreshPicker({ isOnCanvas: true, refresh: '1m', withText: true }),
    ],
  });
}
