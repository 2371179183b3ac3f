import { EmbeddedScene } from '@grafana/scenes';

import { type Installation } from '../../app/installation';
import { type System } from '../../catalog/kinds/system';
import { AnswersView } from '../../shared/AnswersView';
import { pageScene } from '../../shared/pageScene';
import { queriesOfNow } from '../../shared/queriesOfNow';
import { ReactView } from '../../shared/ReactView';
import { readingQueries } from './thresholdReading';
import { thresholdsView } from './ThresholdsView';

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
        $data: queriesOfNow(source, readingQueries(systems)),
        view,
        waits: false,
      }),
    }),
    { hasRange: false }
  );
}
