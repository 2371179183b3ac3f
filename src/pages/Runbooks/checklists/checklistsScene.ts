import { EmbeddedScene } from '@grafana/scenes';

import { type Installation } from '../../../app/installation';
import { AnswersView } from '../../../shared/AnswersView';
import { pageScene } from '../../../shared/pageScene';
import { queriesOfNow } from '../../../shared/queriesOfNow';
import { ReactView } from '../../../shared/ReactView';
import { readingQueries } from '../../Thresholds/thresholdReading';
import { checklistsView } from './ChecklistsView';

/** What to look after every week, month and quarter, with the present values of the thresholds that it names. */
export function checklistsScene(installation: Installation): EmbeddedScene {
  const view = checklistsView(installation);
  if (!installation.source) {
    return new EmbeddedScene({ body: new ReactView({ view }) });
  }
  const systems = installation.catalog.systems.map(({ checklists = [], thresholds, ...system }) => {
    const named = new Set(checklists.flatMap(({ items }) => items.flatMap(({ ids }) => ids)));
    return { ...system, thresholds: thresholds.filter(({ id }) => named.has(id)) };
  });
  return pageScene(
    installation,
    (source) => ({
      body: new AnswersView({ $data: queriesOfNow(source, readingQueries(systems)), view, waits: false }),
    }),
    { hasRange: false }
  );
}
