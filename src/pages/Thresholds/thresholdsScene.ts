import { EmbeddedScene } from '@grafana/scenes';

import { type Installation } from '../../app/installation';
import { type System } from '../../catalog/kinds/system';
import { LookBack } from '../../panels/scene/LookBack';
import { AnswersView } from '../../shared/AnswersView';
import { genwatchQueries } from '../../shared/genwatchQueries';
import { pageScene } from '../../shared/pageScene';
import { ReactView } from '../../shared/ReactView';
import { readingQueries } from './thresholdReading';
import { thresholdsView } from './ThresholdsView';

/** Every value is the present one: the range is of no matter, as long as it ends now. */
const NOW = '5m';

/** The thresholds of some systems with their values now; what the catalog says is shown without a data source, too. */
export function thresholdsScene(installation: Installation, systems: readonly System[]): EmbeddedScene {
  const view = thresholdsView({ systems });
  if (!installation.source) {
    return new EmbeddedScene({ body: new ReactView({ view }) });
  }
  return pageScene(
    installation,
    (source) => ({
      body: new AnswersView({
        $timeRange: new LookBack(NOW),
        $data: genwatchQueries(source, readingQueries(systems)),
        view,
        waits: false,
      }),
    }),
    { hasRange: false }
  );
}
